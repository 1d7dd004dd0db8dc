/** Words of placeholders, labels and sentences, in lower case and without accents. */

/** Words that ask to be replaced, whatever stands around them. */
const ASKING = setOf(`
  your yours changeme changethis change_me replaceme replace insert placeholder redacted removed masked todo tbd tbc fixme
  fillme fillin xxx
`);

/** Words that make a placeholder only together with words of PROPERTIES. */
const UNREAL = setOf(`
  example examples sample dummy fake demo test testing mock foo bar baz some any my the a an new old default
  not real change this
  dein deine ihr ihre votre tu su seu sua mi mein meine mon ma
`);

/** Words that name a credential. */
const CREDENTIALS = setOf(`
  api key keys apikey token tokens secret secrets password passwd passphrase pwd credential credentials
  senha contrasena passwort kennwort clave mot passe jeton cle chave schlussel schluessel
`);

/** Words that say what would stand there. */
const PROPERTIES = setOf(`
  pass client access auth authorization user username
  users value values string text here goes id name account service private public shared bearer basic oauth oauth2 jwt
  header subscription code refresh session hidden required optional none null nil undefined
  unknown empty n true false yes no na not applicable set available provided login enter put add with by for of in to from
  me this it url type app application integration genesys cloud purecloud org organization env environment variable
  base64 encoded hex number integer boolean object array wert hier valor aqui ici de
`);

/** Words that say whose credential it would be; alone they say nothing. */
const WHOSE = setOf(`
  crm erp sap salesforce servicenow zendesk dynamics hubspot freshdesk jira slack teams twilio sendgrid stripe aws azure
  google gcp openai database db smtp sftp ftp ldap prod production dev development qa uat staging backend
  portal webhook vendor partner customer company gateway proxy provider server system
`);

/** Words that hold sentences and messages together, or that labels are made of. */
export const FUNCTION_WORDS = setOf(`
  please the and are was were has have had will would can could should must may might shall this that these those there
  our you your its his her their who what when where why how which than then but not nor yet all any each few more most
  other some such only own same too very just now also into onto over under again once about after before between during
  through because until while with without within against see ask use using used get got let try say press call error
  errors invalid failed failure missing expired found wrong correct success successful unable cannot denied allowed
  number phone date time agent queue customer caller flow task action data request response result message field input
  output default first last next previous email address city country language order status state reason details
  contact support admin administrator department team vault wiki page docs documentation manual notes comment
  bitte geben sie ihr ihre und oder der die das den dem des ein eine einen ist sind war wird nicht kein keine mit fur fuer
  auf aus bei nach von zum zur siehe fehlt
  por favor ingrese digite introduzca entre informe sua seu suas seus una uno los las del con para que como esta este
  esto nao sem com uma dos das pelo pela veja ver falta
  veuillez saisir entrez votre vos nos les des une est sont pas avec sans pour dans sur par voir
  inserisca inserire prego della dello sono non con senza
`);

/** Whether a word asks to be replaced. */
export function isAsking(word: string): boolean {
  return ASKING.has(word);
}

/** Whether a word belongs to what is said of credentials. */
export function isVocabulary(word: string): boolean {
  return ASKING.has(word) || UNREAL.has(word) || CREDENTIALS.has(word) || PROPERTIES.has(word);
}

/** Whether a word says whose a credential is. */
export function isWhose(word: string): boolean {
  return WHOSE.has(word);
}

/** Whether all that is said is what would stand there: `my-secret`, `Salesforce API key`. */
export function speaksOfCredentials(words: readonly string[]): boolean {
  if (words.every(isVocabulary)) return true;
  return words.some((word) => CREDENTIALS.has(word)) && words.every((word) => isVocabulary(word) || WHOSE.has(word));
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word.length > 0));
}
