export { isHarmless, isObjectId, withoutObjectIds } from './harmless.ts';
export { judge } from './judge.ts';
export { isCommonName, isGivenName } from './knownNames.ts';
export {
  credentialName,
  isCredentialList,
  isMadeOfNameWords,
  isPasswordName,
  type NameEvidence,
  runsIntoValue,
} from './names.ts';
export { isIllustration, isPlaceholder } from './placeholders.ts';
export { isRare, rarity } from './rarity.ts';
export { isDynamic, literalRuns, trimmed } from './runs.ts';
export { splitScheme, splitSchemeOf } from './schemes.ts';
export { hasValueShape } from './valueShape.ts';
