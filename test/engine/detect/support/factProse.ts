import { jwt, uuid } from './factBody.ts';
import { b64, c, d, h, l, type Maker, type Random, w, whole } from './factSample.ts';

function signed(payload: Readonly<Record<string, string>>): Maker {
  return (random) => whole(jwt(random, payload));
}

function mapbox(prefix: string): Maker {
  return (random) => {
    const payload = Buffer.from(JSON.stringify({ u: `acme${d(random, 6)}`, a: `cl${w(random, 23)}` })).toString(
      'base64url',
    );
    return whole(`${prefix}.${payload}.${w(random, 22)}`);
  };
}

function join(random: Random, groups: number, length: number): string {
  return Array.from({ length: groups }, () => d(random, length)).join('-');
}

/** Samples of the rows that tell their shape in words, by id: one maker for each form. */
export const PROSE: Readonly<Record<string, readonly Maker[]>> = {
  'atlassian-datacenter-personal-access-token': [
    (random) => whole(Buffer.from(`${d(random, 12)}:${w(random, 20)}`).toString('base64')),
  ],
  'aws-bedrock-api-key-short-term': [
    (random) =>
      whole(
        `bedrock-api-key-${Buffer.from(`bedrock.amazonaws.com/?Action=CallWithBearerToken&X-Amz-Credential=${c(random, 20)}&X-Amz-Signature=${h(random, 64)}`).toString('base64')}`,
      ),
  ],
  'azure-entra-access-token': [
    (random) => signed({ iss: `https://sts.windows.net/${uuid(random)}/` })(random),
    (random) => signed({ iss: `https://login.microsoftonline.com/${uuid(random)}/v2.0` })(random),
  ],
  'buildkite-other-service-token': [
    (random) => whole(`bkct_${w(random, 73)}`),
    (random) => whole(`bkpt_${w(random, 199)}`),
    (random) => whole(`bkpat_${w(random, 54)}`),
    (random) => whole(`bkps_${w(random, 64)}`),
  ],
  'datastax-astra-token': [(random) => whole(`AstraCS:${w(random, 24)}:${h(random, 64)}`)],
  'discord-bot-token': [
    (random) => whole(`${Buffer.from(`1${d(random, 17)}`).toString('base64')}.${w(random, 6)}.${w(random, 38)}`),
  ],
  'doppler-service-token': [
    (random) => whole(`dp.st.prod.${w(random, 43)}`),
    (random) => whole(`dp.st.${w(random, 40)}`),
  ],
  'elasticsearch-service-account-token': [
    (random) =>
      whole(
        Buffer.from(`\0\u0001\0\u0001elastic/fleet-server/token:${w(random, 22)}`, 'latin1')
          .toString('base64')
          .replace(/=+$/, ''),
      ),
  ],
  'generic-jwt': [signed({})],
  'generic-password-hash-sha256crypt': [
    (random) => whole(`$5$${w(random, 16)}$${w(random, 43)}`),
    (random) => whole(`$5$rounds=5000$${w(random, 16)}$${w(random, 43)}`),
  ],
  'generic-password-hash-sha512crypt': [
    (random) => whole(`$6$${w(random, 16)}$${w(random, 86)}`),
    (random) => whole(`$6$rounds=5000$${w(random, 16)}$${w(random, 86)}`),
  ],
  'generic-pkcs12-bundle': [
    (random) =>
      whole(
        Buffer.concat([Buffer.from([0x30, 0x82, 0x09, 0x10, 2, 1, 3]), Buffer.from(w(random, 302))]).toString('base64'),
      ),
  ],
  'generic-putty-private-key': [
    (random) =>
      whole(
        `PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nComment: key\nPublic-Lines: 1\n${b64(random, 64)}\nPrivate-Lines: 1\n${b64(random, 64)}\nPrivate-MAC: ${h(random, 64)}`,
      ),
  ],
  'gitlab-personal-access-token-routable': [
    (random) => whole(`glpat-${w(random, 27)}.${l(random, 9)}`),
    (random) => whole(`glpat-${w(random, 120)}.${l(random, 9)}`),
    (random) => whole(`glpat-${w(random, 48)}.${l(random, 2)}.${l(random, 9)}`),
  ],
  'infisical-service-token': [(random) => whole(`st.${w(random, 24)}.${h(random, 32)}.${h(random, 32)}`)],
  'jfrog-access-token': [signed({ iss: 'jfrt@01c2d3' }), signed({ iss: 'jfac@01c2d3' })],
  'kubernetes-service-account-token': [
    signed({ iss: 'kubernetes/serviceaccount' }),
    signed({ iss: 'https://kubernetes.default.svc.cluster.local' }),
  ],
  'mapbox-public-token': [mapbox('pk')],
  'mapbox-secret-token': [mapbox('sk')],
  'mapbox-temporary-token': [mapbox('tk')],
  'microsoft-teams-incoming-webhook-url': [
    (random) =>
      whole(
        `https://acme.webhook.office.com/webhookb2/${uuid(random)}@${uuid(random)}/IncomingWebhook/${h(random, 32)}/${uuid(random)}`,
      ),
  ],
  'microsoft-teams-workflow-webhook-url': [
    (random) =>
      whole(
        `https://prod-12.westeurope.logic.azure.com:443/workflows/${h(random, 32)}/triggers/manual/paths/invoke?api-version=2016-06-01&sig=${w(random, 43)}`,
      ),
    (random) =>
      whole(
        `https://default1.environment.api.powerplatform.com/powerautomate/automations/direct/workflows/${h(random, 32)}/triggers/manual/paths/invoke?api-version=1&sig=${w(random, 43)}`,
      ),
  ],
  'newrelic-mobile-app-token': [
    (random) => whole(`AA${h(random, 40)}-NRMA`),
    (random) => whole(`eu01xx${h(random, 36)}-NRMA`),
  ],
  'sentry-dsn': [(random) => whole(`https://${h(random, 32)}@o123.ingest.us.sentry.io/${d(random, 7)}`)],
  'sentry-organization-auth-token': [
    (random) =>
      whole(
        `sntrys_${Buffer.from(JSON.stringify({ iat: 1700000000.5, url: 'https://sentry.io', org: w(random, 9) })).toString('base64')}_${b64(random, 43)}`,
      ),
  ],
  'slack-incoming-webhook-url': [
    (random) => whole(`https://hooks.slack.com/services/T${c(random, 10)}/B${c(random, 10)}/${w(random, 24)}`),
  ],
  'slack-legacy-token': ['xoxs', 'xoxo'].map(
    (prefix) => (random: Random) => whole(`${prefix}-${join(random, 3, 11)}-${h(random, 10)}`),
  ),
  'slack-legacy-workspace-token': ['xoxa-2', 'xoxr', 'xoxa'].map(
    (prefix) => (random: Random) => whole(`${prefix}-${w(random, 40)}`),
  ),
  'slack-session-token': [(random) => whole(`xoxc-${join(random, 3, 12)}-${h(random, 64)}`)],
  'slack-user-token': [
    (random) => whole(`xoxp-${join(random, 3, 12)}-${h(random, 32)}`),
    (random) => whole(`xoxp-${join(random, 3, 12)}-${w(random, 28)}`),
    (random) => whole(`xoxp-${join(random, 3, 10)}-${w(random, 34)}`),
  ],
  'slack-workflow-webhook-url': [
    (random) =>
      whole(`https://hooks.slack.com/workflows/T${c(random, 10)}/A${c(random, 10)}/${d(random, 18)}/${w(random, 24)}`),
    (random) => whole(`https://hooks.slack.com/triggers/E${c(random, 10)}/${d(random, 13)}/${h(random, 32)}`),
  ],
  'sourcegraph-access-token': [
    (random) => whole(`sgp_${h(random, 40)}`),
    (random) => whole(`sgp_${h(random, 16)}_${h(random, 40)}`),
    (random) => whole(`sgp_local_${h(random, 40)}`),
  ],
  'supabase-service-role-jwt': [signed({ role: 'service_role' })],
  'tailscale-key': ['api', 'auth', 'client', 'scim', 'webhook'].map(
    (kind) => (random: Random) => whole(`tskey-${kind}-${w(random, 12)}CNTRL-${w(random, 32)}`),
  ),
  'telegram-bot-token': [(random) => whole(`${d(random, 10)}:AA${w(random, 33)}`)],
  'zapier-catch-hook-url': [(random) => whole(`https://hooks.zapier.com/hooks/catch/${d(random, 7)}/${l(random, 7)}`)],
};
