import type { EvidenceId } from '../../base/messageIds.ts';
import { type Detection, RANK } from './contract/index.ts';
import { credentialName, isDynamic, isObjectId, isRare } from './judge/index.ts';

/**
 * Why something is reported, and why not more gravely: what its shape, its place, its name and its look say. Worked out only
 * of what was found. Ids from a closed list: nothing of the value but whether it looks drawn by chance.
 */
export function evidenceOf(detection: Detection): readonly EvidenceId[] {
  if (detection.hit.class !== 'hard-coded') return [];
  const shape = ofShape(detection);
  const last = shape.at(-1);
  return last && SELF_EVIDENT.has(last) ? shape : [...shape, ...ofName(detection), ...ofValue(detection)];
}

/** After these a name or a look adds nothing. */
const SELF_EVIDENT: ReadonlySet<EvidenceId> = new Set([
  'evidence.format',
  'evidence.pair',
  'evidence.privateKey',
  'evidence.teamPattern',
] satisfies EvidenceId[]);

function ofShape({ ruleId, hit, literal }: Detection): EvidenceId[] {
  if (hit.evidence) return [hit.evidence];
  if (hit.rank === RANK.namedToken) return ['evidence.providerNamed'];
  switch (ruleId) {
    case 'known-token':
      return hit.rank === RANK.doubtfulToken ? ['evidence.format', 'evidence.checkFailed'] : ['evidence.format'];
    case 'private-key':
      return ['evidence.privateKey'];
    case 'authorization-header':
      return [hit.shape ? 'evidence.scheme' : 'evidence.authorization'];
    case 'connection-string':
      return ['evidence.connection'];
    default:
      return literal.role === 'url-userinfo' ? ['evidence.beforeHost'] : [];
  }
}

function ofName({ ruleId, literal: { name, role } }: Detection): EvidenceId[] {
  if (ruleId !== 'named-credential' && ruleId !== 'url-credential' && ruleId !== 'known-token') return [];
  const said = name === undefined ? undefined : credentialName(name);
  if (said) return [said === 'strong' ? 'evidence.name' : 'evidence.vagueName'];
  return role === 'credential-field' ? ['evidence.credentialField'] : [];
}

function ofValue({ hit, literal: { text } }: Detection): EvidenceId[] {
  const value = text.text.slice(hit.start, hit.end);
  const look = isObjectId(value) ? 'evidence.objectId' : isRare(value) ? 'evidence.drawn' : 'evidence.chosen';
  return isDynamic(text.text) ? ['evidence.besideDynamic', look] : [look];
}
