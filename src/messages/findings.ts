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
  'finding.customPattern':
    "A credential of your team's own format is hard-coded here ({0}); it belongs in the integration's credential.",
  'finding.keptOutOfGit':
    'A credential stands here ({0}), in a file that git ignores. Keep it out of version control, and let only those read it who need it.',
  'finding.keptOutOfGit.unnamed':
    'A credential stands here, in a file that git ignores. Keep it out of version control, and let only those read it who need it.',
  'finding.knownToken': "A credential is hard-coded here ({0}); it belongs in the integration's credential.",
  'finding.namedCredential': "“{0}” holds a hard-coded credential; it belongs in the integration's credential.",
  'finding.privateKey': "A private key is hard-coded here; it belongs in the integration's credential.",
  'finding.referenceInFlow':
    'A credential reference has no effect in a flow: it is passed on as plain text. Write it in the Data Action instead.',
  'finding.referenceNotStored':
    'It is not verified yet that the credential of the integration holds the field “{0}”. Store it, put the literal back, or check the field in Genesys Cloud.',
  'finding.referenceUnproven':
    'Genesys Cloud shows the field “{0}”, but never what it holds: whether it is the value of the literal is not known. Test the Data Action, then say that the credential works.',
  'finding.silencing.badDay': 'This comment silences nothing: “{0}” is no day. Write it as in “until 2027-01-31”.',
  'finding.silencing.credential':
    'This comment silences nothing: its reason quotes a credential. Write why this is no secret, in words.',
  'finding.silencing.noReason':
    'This comment silences nothing: it gives no reason. Write “-- ” and the reason behind the rule.',
  'finding.silencing.noRule':
    'This comment silences nothing: it names no rule. Write the rule, then “-- ” and the reason.',
  'finding.silencing.over':
    'This comment silences nothing any more: it counted until {0}. Remove it, or decide again until when.',
  'finding.silencing.unknownRule': 'This comment silences nothing: there is no rule “{0}” that can be silenced.',
  'finding.silencing.unused': 'This comment silences nothing: no finding of this rule is there. Remove it.',
  'finding.teamFile.badDay': '“{0}” is no day, so this entry does not count. Write it as in 2027-01-31.',
  'finding.teamFile.badFingerprint':
    'This is no fingerprint, so this entry does not count. The quick fix “Not a secret” writes one: six of the characters 0-9 and a-f.',
  'finding.teamFile.badId': '“{0}” is no id: write small letters, digits and hyphens.',
  'finding.teamFile.badPattern':
    'The pattern “{0}” is not used: it is no regular expression that runs in linear time. Look-around and back references are not possible.',
  'finding.teamFile.badSeverity': 'A severity is one of error, warning, information, hint.',
  'finding.teamFile.badVersion': 'This version of the team file is not known: write “version: 1”.',
  'finding.teamFile.credential': '“{0}” quotes a credential, so this entry does not count. Describe it in words.',
  'finding.teamFile.largePattern':
    'The pattern “{0}” does not count: it is too large, or there are too many. Write fewer repetitions, or fewer than 50 patterns.',
  'finding.teamFile.lowers':
    'A lower severity needs a reason: write severity and reason below the rule. Until then it lowers no finding.',
  'finding.teamFile.missing': '“{0}” is missing, so this does not count.',
  'finding.teamFile.noSalt':
    'Fingerprints cannot be compared without “salt”, so this entry does not count. The quick fix “Not a secret” writes one.',
  'finding.teamFile.notList': '“{0}” has to be a list.',
  'finding.teamFile.notMap': '“{0}” has to have keys and values.',
  'finding.teamFile.notText': '“{0}” has to be a text.',
  'finding.teamFile.notYaml': 'This cannot be read as YAML from here on, so nothing in this file counts.',
  'finding.teamFile.over':
    'This entry does not count any more: it counted until {0}. Remove it, or decide again until when.',
  'finding.teamFile.twice': '“{0}” stands here twice; the first one counts.',
  'finding.teamFile.unknownKey': 'There is no “{0}” here, so this does not count. Possible are: {1}.',
  'finding.teamFile.unknownRule': 'There is no rule “{0}” that can be chosen here, so this entry does not count.',
  'finding.teamFile.unused': 'This entry silences nothing: no finding fits it. Remove it.',
  'finding.urlPassword': "The URL contains a hard-coded password; it belongs in the integration's credential.",
  'finding.urlQuery':
    "The URL parameter “{0}” holds a hard-coded credential; it belongs in the integration's credential.",
};
