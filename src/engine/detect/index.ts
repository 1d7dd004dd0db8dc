export { type Detected, detect, detectIn } from './detect.ts';
export { evidenceOf } from './evidence.ts';
export { withKnownIds } from './knownIds.ts';
export { isCredentialWord, safeWords } from './safeWords.ts';
export { mayNameOthers, ShownNames } from './shownNames.ts';
