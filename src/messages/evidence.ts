import type { EvidenceId } from '../base/messageIds.ts';

/** Why something is reported, a sentence each: they are shown one behind the other. */
export const EVIDENCE_TEXTS: Readonly<Record<EvidenceId, string>> = {
  'evidence.authorization': 'The header authorizes the request.',
  'evidence.beforeHost': 'It stands before the host of a URL, where a password belongs.',
  'evidence.besideDynamic': 'It is the fixed part of a value that is filled in.',
  'evidence.checkFailed': 'Its checksum does not fit, so it may be made up.',
  'evidence.chosen': 'It does not look drawn by chance, but a person may have chosen it.',
  'evidence.connection': 'It stands where a connection string has its password.',
  'evidence.credentialField': 'It is a field of a credential.',
  'evidence.drawn': 'It looks drawn by chance.',
  'evidence.format': 'It has the shape that its provider gives to tokens.',
  'evidence.name': 'Its name says that it is a credential.',
  'evidence.objectId': 'It has the shape of an ID, which a key can have too.',
  'evidence.pair': 'It is a user name with a password, as Basic authentication sends them.',
  'evidence.privateKey': 'It has the frame of a private key.',
  'evidence.providerNamed': 'Many values have this shape, but the provider is named beside it.',
  'evidence.scheme': 'A word such as Bearer stands before it.',
  'evidence.teamPattern': 'It has a format that your team looks for.',
  'evidence.vagueName': 'Its name can mean a credential.',
};
