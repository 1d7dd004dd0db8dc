/** The words a credential's name is made of, as sets of lower-case words without accents. */

/** Words that mean a credential by themselves. */
export const CREDENTIAL_WORDS = setOf(`
  password passwords passwd passwrd pwd pw passphrase passcode psw pswd
  secret secrets token tokens bearer jwt pat
  apikey apikeys apischluessel apischlussel chaveapi claveapi cleapi apitoken apisecret accesskey accesstoken authtoken authkey authorization secretkey secrettoken
  privatekey clientsecret clientkey clienttoken appsecret appkey apptoken consumersecret refreshtoken sessiontoken
  securitytoken subscriptionkey sharedkey sharedsecret sharedaccesskey accountkey storagekey functionkey functionskey
  masterkey encryptionkey signingkey signingsecret webhooksecret webhooktoken servicekey licensekey hmackey hmacsecret
  usertoken userkey userpassword bearertoken oauthtoken idtoken jwttoken sastoken tokensecret keysecret secretaccesskey
  hapikey xapikey credential credentials creds connectionstring connstr
  senha senhas contrasena contrasenia contrasenas clave claves segredo secreto secreta
  passwort passworter kennwort kennworter geheimnis zugangsdaten geheim
  motdepasse mdp jeton
  secreta secrete secretcode codesecret codigosecreto codicesegreto connstring sharedaccesssignature keyapi
  palavrapasse paroladordine
  pasuwado pasuwaado anshou ansho anshoubangou anshobango himitsu tookun toukun
  parola wachtwoord losenord haslo segreto segreta segreti gettone
`);

/** Of these, those that are chosen by people: what stands behind them says whose they are. */
export const PASSWORD_WORDS = setOf(`
  password passwords passwd passwrd pwd pw passphrase psw pswd senha contrasena contrasenia passwort kennwort motdepasse mdp
  palavrapasse paroladordine wachtwoord pasuwado pasuwaado anshou anshoubangou
`);
/** What people make up, too, but of more than one kind. */
export const MADE_UP_WORDS = setOf('senhas contrasenas clave claves secret secrets secreto segredo geheim segreto');
/** Ends of longer words of this kind. */
export const PASSWORD_ENDS = /(?:pass(?:word|wort|phrase|wd)|kennwort|pwd|secret)$/;

/** Words for a key, which only a word beside them makes a credential. */
export const KEY_WORDS = setOf('key keys chave chaves llave llaves cle cles chiave chiavi schlussel schluessel kagi');

/** Behind a word for a key they make it a credential: `chave_de_api`. */
export const KEY_KINDS_AFTER = setOf(`
  api acesso acceso acces accesso secreta secrete segreta privada privee privata integracao integracion integration
`);

/** Between a credential word and whose it is. */
export const PREPOSITIONS = setOf('for of de do da du des del para pour per di fur fuer von no');

/** Ends of longer words that mean a credential: German compounds, names that nobody divided. */
export const CREDENTIAL_ENDS =
  /(?:password|passwort|kennwort|geheimnis|passwd|pwd|passphrase|secret|token|(?:api|secret|access|auth|private|subscription|master)key|zugangscode|(?:api|zugangs|zugriffs|geheim|sicherheits)schlue?ssel)$/;

/** Of these, those that mean something else. */
export const HARMLESS_ENDS = /(?:csrf|xsrf|page|next|sync|device|push|antiforgery|continuation|cancellation)token$/;

/** Words for password, secret and token in scripts that are not divided into words. */
export const CREDENTIAL_IN_OTHER_SCRIPTS =
  /パスワード|暗証番号|シークレット|トークン|キー$|密码|密碼|口令|密钥|密鑰|令牌|비밀번호|토큰|парол|токен|секрет/i;

/** Names of headers that no word tells. */
export const KNOWN_NAMES: ReadonlySet<string> = setOf('x-honeycomb-team');

/** Words that mean a credential only beside a value that looks like one. */
export const WEAK_WORDS = setOf(`
  key keys auth pass pin cookie cookies session sessionid signature sig sas code otp salt license ikey skey wskey
  chave llave cle chiave schlussel schluessel kagi seed
`);

/** Before `key` they make it a credential: an account key, a signing key. */
export const KEY_KINDS = setOf(`
  api access secret private subscription account storage encryption encrypt decryption signing signature master shared
  function functions host license auth authentication authorization app application service integration write admin
  webhook hmac security session apim aes des crypto cipher speech tts luis endpoint hec client user rest live prod
  production test sandbox server ssh rsa ec pgp gpg
  partner merchant bot openai azure aws gcp google twilio sendgrid stripe mailgun maps geocoding weather gateway
  rapidapi x ocp ai ml web system sap servicenow zendesk datadog decrypt priv cosmos
  geheimer geheime geheim privater secreta privada
`);

/** Before `key` or `token` they make it something else: what a table, a cache, a page or the public knows. */
export const HARMLESS_KINDS = setOf(`
  primary public foreign sort partition row object cache map lookup composite unique hash hot shortcut search config
  idempotency index range natural surrogate translation localization i18n message resource data error failure input
  output param params params json dict dictionary property field column entry item record sheet table menu option
  arrow enter escape dtmf first last next previous current parent child page paging pagination continuation
  cursor sync delta csrf xsrf antiforgery verification publishable publish site display sorting grouping group queue
  user_params userparams palabra word reply conversation correlation trace message lex device push
  label title ticket issue project case order prompt completion cancellation widget hot
`);

/** Before a credential word they make a question or a state of it. */
export const STATE_WORDS = setOf(`
  has is was are show hide forgot forgotten needs need require requires required enable enabled disable disabled allow
  use uses verify verified verifies validate valid invalid check missing enter ask confirm no without wrong incorrect
  expired expires failed fail count num number max min total if when should can
  hashed encrypted tipo nome nombre nom longitud longitude tamanho comprimento longueur lunghezza fecha
`);

/** After a credential word they say what it is: a place, a property, a name of the credential. */
export const HEAD_WORDS = setOf(`
  url uri urls endpoint endpoints link href type types kind expiry expires expire expired expiration ttl lifetime
  policy policies rule rules name names arn id ids count counter counts length size limit limits min max minimum maximum
  prompt prompts label labels title hint description desc help message messages error errors field fields format path
  paths file files filename location region status state valid validated validation validity verified required enabled
  disabled changed change reset attempts attempt retries retry version index page host server issuer audience scope
  scopes algorithm alg provider providers store manager vault owner user users username date time at on timestamp regex
  pattern mode method category group groups ref reference references alias prefix suffix placeholder strength
  rotation rotated history request requests response responses input inputs output outputs words word result results
  failure success source schema header headers set exists present flag needed used usage cost costs budget bucket
  generator generated count template spec class types pair pairs board press pad code codes store stored cache
  phrase question questions answer recovery primaria primario publica publico foranea
  storage object list map table column row ring chain holder management info information details tab policy
  created issued updated found mismatch match matches incorrect correct wrong menu task dialog form screen modal box
  button field fields handler helper checker timeout domain image ops through hashed encrypted complexity
  confirmation confirm typ tipo lange laenge richtlinie longitud politica estrangeira etrangere straniera primaire
  hash hashes algo digest thumbprint fingerprint checksum length sheet report audit log logs
`);

/** After a credential word they change nothing. */
export const NEUTRAL_WORDS = setOf(`
  value values val lit exp initialvalue string str text txt plain raw literal default new old current prod production dev development test
  testing uat prd tst acc sbx preprod nonprod stage staging qa sandbox live env environment base64 encoded b64 v1 v2 v3 eu us emea apac primary
  secondary
  backup main master api x temp tmp key keys token secret password pass here const var arg a b c
  for to of the my our acceso acesso acces accesso d dell pem base de da do du del la le der die das neu neue alt alte nuevo nueva
  novo nova usuario benutzer utilisateur cliente sistema system service global local basic header credential
  credentials auth
`);

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word.length > 0));
}
