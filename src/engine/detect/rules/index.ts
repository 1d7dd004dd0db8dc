export { authorizationHeader } from './authorizationHeader.ts';
export { connectionString } from './connectionString.ts';
export { knownToken } from './knownToken.ts';
export { namedCredential } from './namedCredential.ts';
export { privateKey } from './privateKey.ts';
export { NAMED_ROLES } from './roles.ts';
export { urlCredential } from './urlCredential.ts';
