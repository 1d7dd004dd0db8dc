import type { Claim } from '../checks.ts';
import { formatsOf, type Row, type TokenFormat } from '../tokenFormat.ts';
import { U } from './alphabets.ts';

/** A token signed by its issuer (JWT), told by a claim of its payload. */
function signed(id: string, kind: string, claim: Claim | undefined, weight: Row[4]): Row {
  const rest = `${U}{9,4000}\\.eyJ${U}{9,8000}\\.(?:${U}{10,4000})?`;
  const around = { decodes: 'jwt', before: 'A-Za-z0-9_.-', after: 'A-Za-z0-9_-' } as const;
  return [id, kind, 'eyJ', rest, weight, claim ? { ...around, claim } : around];
}

/** Signed tokens: those whose issuer is known, then any other. */
export const SIGNED: readonly TokenFormat[] = [
  ...formatsOf('Auth0', [signed('auth0-management-api-token', 'api token', ['iss', '.auth0.com'], 'critical')]),
  ...formatsOf('AWS', [signed('aws-cognito-token', 'Cognito token', ['iss', '://cognito-idp.'], 'medium')]),
  ...formatsOf('Azure', [
    signed('azure-entra-access-token', 'access token', ['iss', '://sts.windows.net/'], 'high'),
    signed('azure-entra-access-token-v2', 'access token', ['iss', '://login.microsoftonline.com/'], 'high'),
  ]),
  ...formatsOf('Calendly', [
    signed('calendly-personal-access-token', 'access token', ['iss', '://auth.calendly.com'], 'high'),
  ]),
  ...formatsOf('Firebase', [signed('firebase-id-token', 'id token', ['iss', '://securetoken.google.com/'], 'medium')]),
  ...formatsOf('GitHub', [
    signed('github-actions-oidc-token', 'Actions token', ['iss', '://token.actions.githubusercontent.com'], 'medium'),
  ]),
  ...formatsOf('Google Cloud', [signed('google-id-token', 'id token', ['iss', 'accounts.google.com'], 'medium')]),
  ...formatsOf('JFrog', [
    signed('jfrog-access-token', 'access token', ['iss', 'jfrt@'], 'critical'),
    signed('jfrog-access-token-platform', 'access token', ['iss', 'jfac@'], 'critical'),
  ]),
  ...formatsOf('Kubernetes', [
    signed(
      'kubernetes-service-account-token',
      'service account token',
      ['iss', 'kubernetes/serviceaccount'],
      'critical',
    ),
    signed(
      'kubernetes-service-account-token-bound',
      'service account token',
      ['iss', '://kubernetes.default.svc'],
      'critical',
    ),
  ]),
  ...formatsOf('Okta', [
    signed('okta-oauth-access-token', 'access token', ['iss', '.okta.com'], 'high'),
    signed('okta-preview-access-token', 'preview access token', ['iss', '.oktapreview.com'], 'low'),
  ]),
  ...formatsOf('Supabase', [
    signed('supabase-service-role-jwt', 'service role key', ['role', 'service_role'], 'critical'),
    signed('supabase-anon-jwt', 'anonymous key', ['role', 'anon'], 'public'),
  ]),
  ...formatsOf('JWT', [signed('generic-jwt', 'signed token', undefined, 'medium')]),
];
