import type { MessageId } from '../../base/messageIds.ts';
import type { Literal } from '../../engine/detect/contract/index.ts';
import { segmentsOf } from '../../engine/text/index.ts';
import { isActionType } from '../kinds/terraform/index.ts';

/**
 * Where a literal in Terraform's code belongs; `undefined` in any other file. Never a store by API: what Terraform manages is
 * overwritten by the next apply.
 */
export function terraformRemedy({ owner, role, path, template }: Literal): MessageId | undefined {
  if (owner.document !== 'terraform') return undefined;
  if (role === 'comment' || path === undefined) return 'explain.terraform.comment';
  const [block, type] = segmentsOf(path);
  if (template || (block === 'resource' && isActionType(String(type)))) return 'explain.terraform.action';
  if (role === 'credential-field') return 'explain.terraform.credential';
  return block === 'provider' ? 'explain.terraform.provider' : 'explain.terraform.value';
}
