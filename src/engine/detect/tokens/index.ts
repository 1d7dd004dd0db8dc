export { findNamedTokens } from './namedTokens.ts';
export { tokenLinks } from './tokenLinks.ts';
export type { TokenMatch } from './tokenPattern.ts';
export { findTokens, mayHoldToken, SHORTEST_TOKEN, searchTokens } from './tokens.ts';
