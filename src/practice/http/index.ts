export { badRequest, errorBody, missingPermissions, notFound, Refusal, versionConflict } from './errors.ts';
export { locate, PRACTICE_REGION } from './hosts.ts';
export {
  integerMember,
  isObject,
  type Json,
  type JsonObject,
  objectMember,
  optionalString,
  parseJson,
  stringMap,
  stringMember,
} from './json.ts';
export { listed, pageOf, positive, withQuery } from './paging.ts';
export { PERMISSION, PRACTICE_PERMISSIONS } from './permissions.ts';
export type { Call, Route } from './route.ts';
export { Router } from './router.ts';
