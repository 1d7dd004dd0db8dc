import type { Hit, Rule } from '../../engine/detect/contract/index.ts';
import { credentialReferences } from '../references.ts';

/** A credential reference in what an action returns: it would hand the stored value to the flow and to its logs. */
export const credentialInOutput: Rule = {
  id: 'credential-in-output',
  looksAt: (role) => role === 'success-template',
  detect({ text, role }) {
    if (role !== 'success-template') return [];
    return credentialReferences(text.text).map(
      ({ start, end }): Hit => ({
        start,
        end,
        severity: 'error',
        class: 'advice',
        message: 'finding.credentialInOutput',
        rank: 0,
      }),
    );
  },
};
