import type { JsonObject } from './json.ts';

/**
 * A request the practice org refuses: thrown by a handler, turned into an `ErrorBody` by the router. Its texts never quote
 * what the request contained, so that nothing of a caller's body comes back in an error.
 */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
  readonly fieldName: string | undefined;

  constructor(status: number, code: string, message: string, extra: RefusalExtra = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.params = extra.params ?? {};
    this.fieldName = extra.fieldName;
  }
}

interface RefusalExtra {
  /** Parts of the message the API names: `{x}` in `messageWithParams`. */
  readonly params?: Readonly<Record<string, string>>;
  readonly fieldName?: string;
}

/** The API's error shape, as in the SDK's `ErrorBody`. */
export function errorBody(refusal: Refusal, contextId: string): JsonObject {
  const { message, code, status, params, fieldName } = refusal;
  let messageWithParams = message;
  for (const [name, value] of Object.entries(params)) messageWithParams = messageWithParams.replace(value, `{${name}}`);
  const details = fieldName === undefined ? [] : [{ errorCode: code, fieldName }];
  return { message, code, status, messageWithParams, messageParams: params, contextId, details, errors: [] };
}

/** 400 for a body or query that breaks a rule; `fieldName` is a name of the API, never one of the caller's. */
export function badRequest(message: string, fieldName?: string): Refusal {
  return new Refusal(400, 'bad.request', message, fieldName === undefined ? {} : { fieldName });
}

/** 404 for an id or path that does not exist. */
export function notFound(): Refusal {
  return new Refusal(404, 'not.found', 'The requested resource was not found.');
}

/** 403 as the API words it: all of one permission, or any of several. */
export function missingPermissions(anyOf: readonly string[]): Refusal {
  const permissions = anyOf.join(', ');
  const lead = 'Unable to perform the requested action.';
  return anyOf.length === 1
    ? new Refusal(403, 'missing.permissions', `${lead} You are missing the following permission(s): ${permissions}`, {
        params: { permissions },
      })
    : new Refusal(
        403,
        'missing.any.permissions',
        `${lead} You must have at least one of the following permissions assigned: ${permissions}`,
        { params: { permissions } },
      );
}

/**
 * Answers a stale version. Both variants are seen in the wild: 409, and 400 with this very sentence, so a client has to
 * cope with either; which one comes is `PracticeState.behaviour.versionConflict`.
 */
export function versionConflict(status: 409 | 400, sent: number, current: number): Refusal {
  const message = `Version ${sent} does not match the current version ${current}.`;
  return new Refusal(status, status === 409 ? 'general.conflict' : 'bad.request', message);
}
