import { CREDENTIAL_WORDS } from './nameWords.ts';

/**
 * Names that formats, services and tools give, as letters in lower case: nobody chooses one as a password. What is shorter than
 * eight letters need not stand here.
 */
const GIVEN: ReadonlySet<string> = new Set(
  `
  actionid actiontype addressid annotations attributes authentication authorization baseurl basicauth callbridgeaction
  calldata calldataaction callsecuredata categories clientcredentials clientid clientsecret comments components
  computeoptions conditions configrequest configresponse configuration connections contenttype contractinput
  contractoutput conversation credentials currentvalue customauth dataaction decision defaults defaultlanguage
  defaultvalue definitions dependson description disconnect displayname dynamodb email emailsend endpoint entities
  environment examples expression failureoutputs flowname flowsequenceitemlist flowtype functions genesyscloud
  genesyscloudauthaction genesyscloudaccesstoken genesysclouddatatable genesyscloudflow
  genesyscloudintegration genesyscloudintegrationaction genesyscloudintegrationactiondraft
  genesyscloudintegrationcredential genesyscloudintegrationcustomauthaction genesyscloudoauthclientid
  genesyscloudoauthclient genesyscloudoauthclientsecret genesyscloudregion granttype httpheaders inboundcall inboundchat
  inboundemail inboundshortmessage initialvalue inputschema inputvalue inqueuecall inqueueemail
  inqueueshortmessage instances integration integrationid integrationtype items jsondecode jsonencode languages literal
  loginbasic menuselection messagebody namedvalues oauthclientcredentials oauthclientid oauthclientsecret oauthclient
  onboarding operation options outboundcall outputschema outputs parameters permissions pipelines plannedvalues playaudio
  playaudioonsilence positions processing prompts properties provider providers publishing querystring references
  requestbody requesttemplate requesttype requesturltemplate required resource resources response responsebody
  schemas scheduling scripts secrets securecall sendresponse services setparticipantdata settings stages startpageid
  startupref statements statevariables steps stringvariable subscription substitutions successoutputs
  successschema successtemplate supportedlanguages surveyinvite switch taskactions tasks templates terraformversion
  transfertoacd translationmap translationmapdefaults translations updatedata userinput username usernames utterances
  variable variablename variables versions voicemail voicesurvey workflow workitem xauthtoken xclientid
  xgenesyskey xrequestid accept acceptencoding acceptlanguage cachecontrol contentlength correlationid
  contract directoryclientsecret genesyscloudarchitectdatatablerow integervariable booleanvariable jsonvariable localexec
  nludomainversion nullresource propertiesjson provisioner settingsnaturallanguageunderstanding urlencoded xaccesstoken
  xapisecret xapitoken xclientsecret xcorrelationid xforwardedfor useragent proxyauthorization ocpapimsubscriptionkey awsaccesskeyid awssecretaccesskey
  awssessiontoken connectionstring xamzsecuritytoken xvaulttoken accesstokenurl idtokenhint bearerauth apikeyauth
`
    .split(/\s+/)
    .filter((name) => name !== ''),
);

/** Credential words that are words of a language, too: people make passwords of them. */
const SPOKEN =
  /pass|contrasen|credential|geheim|kennwort|wachtwoord|zugangsdaten|parola|palavra|losenord|segret|secrets?$|secret[ao]|codi(?:go|ce)|anshou?|schlu|token(?:s|secret)$/;

/** Whether a name is one that formats and services give, or names a credential: showing it tells nothing of a file. */
export function isCommonName(name: string): boolean {
  if (/\p{N}/u.test(name)) return false;
  const letters = lettersOf(name);
  return GIVEN.has(letters) || CREDENTIAL_WORDS.has(letters);
}

/** Whether a name is one that formats and services give and nobody would choose as a password. */
export function isGivenName(name: string): boolean {
  if (/\p{N}/u.test(name)) return false;
  const letters = lettersOf(name);
  return GIVEN.has(letters) || (CREDENTIAL_WORDS.has(letters) && (!SPOKEN.test(letters) || TECHNICAL.has(letters)));
}

const TECHNICAL: ReadonlySet<string> = new Set([
  'clientsecret',
  'appsecret',
  'apisecret',
  'sharedsecret',
  'webhooksecret',
]);

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{M}]/gu, '');
}
