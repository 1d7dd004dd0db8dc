import type { Literal, Rule, Severity } from '../../engine/detect/contract/index.ts';
import { credentialName } from '../../engine/detect/judge/index.ts';

/** A whole value that is filled in when the flow is deployed: `{{x}}` of Archy, `${x}` of Terraform. */
const SUBSTITUTION = /^(?:\{\{[^{}]*\}\}|\$\{[^{}]*\})$/;

/**
 * A credential that travels through a flow: an input that a contract declares under a telling name, or a deployment
 * substitution passed as one. No value stands here, but the published flow will hold it.
 */
export const credentialAsInput: Rule = {
  id: 'credential-as-input',
  looksAt: (role) => role === 'contract-input' || role === 'action-input',
  shortest: (_role, name) => (isTelling(name) ? 0 : Number.POSITIVE_INFINITY),
  detect(literal) {
    const severity = severityOf(literal);
    if (!severity || literal.name === undefined || !isTelling(literal.name)) return [];
    return [
      {
        start: 0,
        end: literal.text.length,
        severity,
        class: 'advice',
        message: 'finding.credentialAsInput',
        args: [literal.name],
        rank: 0,
      },
    ];
  },
};

function isTelling(name: string | undefined): boolean {
  return name !== undefined && credentialName(name) === 'strong';
}

function severityOf({ role, text }: Literal): Severity | undefined {
  if (text.length === 0) return undefined;
  if (role === 'contract-input') return 'hint';
  if (role === 'action-input') return SUBSTITUTION.test(text.text) ? 'information' : undefined;
  return undefined;
}
