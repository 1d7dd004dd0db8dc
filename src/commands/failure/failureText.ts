import type { CloudErrorFacts, CloudErrorKind } from '../../cloud/cloudError.ts';
import { t } from '../../messages/index.ts';
import { type Failure, failureOf } from '../../store/index.ts';
import { isUnreadablePractice } from './unreadablePractice.ts';

/** What is known of a failure at the org, in one sentence that says what to do. */
export function cloudFailureText(kind: CloudErrorKind, facts: CloudErrorFacts): string {
  const { contextId } = facts;
  const support = contextId === undefined ? '' : ` ${t('cloud.contextId', contextId)}`;
  return byKind(kind, facts) + support;
}

function byKind(kind: CloudErrorKind, facts: CloudErrorFacts): string {
  switch (kind) {
    case 'login':
      return t('cloud.login');
    case 'network':
      return t('cloud.network');
    case 'timeout':
      return t('cloud.timeout');
    case 'blocked':
      return t('cloud.blocked');
    case 'aborted':
      return t('cloud.aborted');
    case 'api':
      return byStatus(facts);
  }
}

function byStatus({ status = 0, code, retryAfter, permissions, needs, scopes }: CloudErrorFacts): string {
  if (status === 401) return t('cloud.401');
  if (permissions) return t(needs === 'any' ? 'cloud.403.any' : 'cloud.403.all', permissions.join(', '));
  if (scopes) return scopes.length > 0 ? t('cloud.403.scope', scopes.join(', ')) : t('cloud.403.someScope');
  if (status === 403) return t('cloud.403');
  if (status === 404) return t('cloud.404');
  if (status === 409) return t('cloud.409');
  if (status === 429) return t('cloud.429', retryAfter ?? 60);
  if (status >= 500) return t('cloud.5xx', status);
  return t('cloud.4xx', code ? `${status}, ${code}` : status);
}

/** Whether a permission, or the scope for it, is all that is missing. */
export function lacksPermission({ facts }: Failure): boolean {
  return facts.status === 403;
}

/** Whether the org does not accept the sign-in, or no longer. */
export function lacksSignIn({ kind, facts }: Failure): boolean {
  return kind === 'login' || facts.status === 401;
}

/** The sentence for an error that left the cloud or practice room; nothing for any other. */
export function failureText(error: unknown): string | undefined {
  if (isUnreadablePractice(error)) return t('practice.unreadable');
  const { kind, facts } = failureOf(error);
  return kind === 'unexpected' || kind === 'not-verified' ? undefined : cloudFailureText(kind, facts);
}
