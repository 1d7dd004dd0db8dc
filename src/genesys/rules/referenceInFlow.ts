import type { Hit, Rule } from '../../engine/detect/contract/index.ts';
import { credentialReferences } from '../references.ts';

/** Nothing shorter is a reference. */
const SHORTEST = '$credentials.x'.length;

/** `${credentials.x}` in a flow: Architect passes the text on as it is, so nothing is ever replaced. */
export const referenceInFlow: Rule = {
  id: 'reference-in-flow',
  looksAt: (role) => role !== 'body-field' && role !== 'query',
  shortest: (_role, _name, owner) => (owner.document === 'architect-flow' ? SHORTEST : Number.POSITIVE_INFINITY),
  detect({ owner, text, role }) {
    if (owner.document !== 'architect-flow' || role === 'body-field' || role === 'query') return [];
    return credentialReferences(text.text).map(
      ({ start, end }): Hit => ({
        start,
        end,
        severity: 'warning',
        class: 'advice',
        message: 'finding.referenceInFlow',
        rank: 0,
      }),
    );
  },
};
