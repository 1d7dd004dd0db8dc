import type { MessageId } from '../../base/messageIds.ts';
import type { Detected } from '../../engine/detect/index.ts';
import type { FileText } from '../kinds/index.ts';
import { isNeedlessHeader } from './needlessHeader.ts';
import { mayBecomeVariable } from './terraformVariable.ts';
import { VariableRefusals } from './variableRefusals.ts';
import { whyNoReference } from './whyNoReference.ts';

/** Texts that tell to write a variable: where none may stand, the text that says why takes their place. */
const TELL_VARIABLE: ReadonlySet<MessageId | undefined> = new Set([
  'explain.terraform.credential',
  'explain.terraform.provider',
  'explain.terraform.value',
] as const);

/**
 * What is to be done about a hard-coded credential: `store` it and put a reference in its place; `move` it to a variable of Terraform; `delete` the
 * header, which is not needed; or `explain` what to do by hand. Where no reference can stand the explanation says why.
 */
export type Remedy =
  | { readonly kind: 'store' }
  | { readonly kind: 'move' | 'delete' | 'explain'; readonly explanation: MessageId };

/** What can be done about the findings of one file: looks at the whole file where a place alone does not tell. */
export class FileRemedies {
  readonly #file: FileText;
  readonly #refusals: VariableRefusals;

  constructor(file: FileText) {
    this.#file = file;
    this.#refusals = new VariableRefusals(file);
  }

  /** What is to be done about a detection; `undefined` for advice. */
  of(detection: Detected): Remedy | undefined {
    if (detection.hit.class !== 'hard-coded') return undefined;
    const explanation = this.whyNoReference(detection);
    if (explanation === undefined) return { kind: 'store' };
    if (this.mayBecomeVariable(detection)) return { kind: 'move', explanation };
    return { kind: isNeedlessHeader(detection) ? 'delete' : 'explain', explanation };
  }

  /** Why a detection cannot become a credential reference, and what to do instead; `undefined` where it can. */
  whyNoReference(detection: Detected): MessageId | undefined {
    const reason = whyNoReference(detection);
    return TELL_VARIABLE.has(reason) ? (this.#refusals.of(detection) ?? reason) : reason;
  }

  /** Whether a sensitive variable of Terraform can take the place of a detection. */
  mayBecomeVariable(detection: Detected): boolean {
    return mayBecomeVariable(this.#file, detection) && this.#refusals.of(detection) === undefined;
  }
}
