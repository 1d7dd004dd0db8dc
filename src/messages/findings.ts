import type { MessageId } from '../base/messageIds.ts';

type FindingId = Extract<MessageId, `finding.${string}`>;

/** What stands in a place and where it belongs. What to do in exactly this place is said by the explain texts. */
export const FINDING_TEXTS: Readonly<Record<FindingId, string>> = {
  'finding.authorizationHeader':
    "“{0}” authorizes with a hard-coded credential; it belongs in the integration's credential.",
  'finding.basicCredentials':
    "Credentials for Basic authentication are hard-coded here; they belong in the integration's credential.",
  'finding.connectionString': "A password or key is hard-coded here ({0}); it belongs in the integration's credential.",
  'finding.credentialAsInput':
    "“{0}” carries a credential through the flow; let the Data Action read it from the integration's credential instead.",
  'finding.credentialInOutput':
    'This output returns a stored credential to the flow, where it can be read; remove it from successTemplate.',
  'finding.knownToken': "A credential is hard-coded here ({0}); it belongs in the integration's credential.",
  'finding.namedCredential': "“{0}” holds a hard-coded credential; it belongs in the integration's credential.",
  'finding.privateKey': "A private key is hard-coded here; it belongs in the integration's credential.",
  'finding.referenceInFlow':
    'A credential reference has no effect in a flow: it is passed on as plain text. Write it in the Data Action instead.',
  'finding.referenceNotStored':
    'It is not verified yet that the credential of the integration holds the field “{0}”. Store it, put the literal back, or check the field in Genesys Cloud.',
  'finding.urlPassword': "The URL contains a hard-coded password; it belongs in the integration's credential.",
  'finding.urlQuery':
    "The URL parameter “{0}” holds a hard-coded credential; it belongs in the integration's credential.",
};
