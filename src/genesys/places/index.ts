export { addEmbedded, addJsonFragment, addOutput, addUrlParts, addWithEmbedded, withEmbedded } from './embedded.ts';
export { eachEntry } from './entries.ts';
export type { Locator } from './locator.ts';
export { namedValues } from './namedValues.ts';
export { markRecovered, recovered } from './recovered.ts';
export { statements } from './statements.ts';
