import { describe, expect, it } from 'vitest';
import {
  credentialName,
  isMadeOfNameWords,
  runsIntoValue,
  wordsOf,
} from '../../../../src/engine/detect/judge/names.ts';

/** Names of which something else is said than `evidence`. */
function others(names: string, evidence: 'strong' | 'weak' | undefined): string[] {
  return names
    .trim()
    .split(/\s+/)
    .filter((name) => credentialName(name) !== evidence);
}

describe('words of a name', () => {
  it.each([
    ['X-API-Key', ['x', 'api', 'key']],
    ['clientSecret2', ['client', 'secret']],
    ['Flow.APIKeyForCRM', ['api', 'key', 'for', 'crm']],
    ['contraseña_usuario', ['contrasena', 'usuario']],
    ['', []],
    ['---', []],
  ])('%s', (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });
});

describe('names that say credential', () => {
  it('in English', () => {
    const names = `
      password Password PASSWORD passwd pwd user_password dbPassword DB_PASS smtpPass passphrase pass-phrase passWord password1
      passwordProd password_test passwordValue secret secretValue sharedSecret client_secret clientSecret CLIENT-SECRET
      ClientSecretProd api_key apiKey APIKEY apikey x-api-key X-Api-Key xApiKey apiKey2 API_KEY_PROD access_key accessKey
      secretKey secret_access_key aws_secret_access_key private_key signingKey encryptionKey masterKey AccountKey
      SharedAccessKey subscriptionKey Ocp-Apim-Subscription-Key x-functions-key token accessToken access_token authToken
      auth_token X-Auth-Token refreshToken bearerToken Private-Token webhookSecret connectionString credentials
      oauthclient_secret GENESYSCLOUD_OAUTHCLIENT_SECRET xi-api-key DD-API-KEY X-RapidAPI-Key licenseKey hapikey authorization
      Flow.ApiKey Task.ClientSecret State.password jwt appSecret consumer_secret`;
    expect(others(names, 'strong')).toEqual([]);
  });

  it('in Spanish, Portuguese, German, French and Japanese', () => {
    const names = `
      apiSchluessel api_schluessel ApiSchlüssel chaveApi chave_api claveApi cleApi cle_api Session.contrasena Slot.senha
      senha SenhaUsuario senha_api contraseña contrasena Clave claveApi segredo secreto Passwort passwort_neu Kennwort Geheimnis
      mot_de_passe motDePasse MotDePasse mdp jeton pasuwaado himitsu
      Zugangstoken Datenbankpasswort clave_de_acceso`;
    expect(others(names, 'strong')).toEqual([]);
  });

  it('in other words of these languages, and in Italian', () => {
    const names = `
      palavra-passe palavraPasse senhaDoBanco senha_banco chaveDeApi chave_de_acesso chaveSecreta claveSecreta clave-de-acceso
      Zugangsschlüssel Zugriffsschluessel geheimerSchluessel Schlüssel_API Zugangscode Kundengeheimnis cléSecrète cle_d_acces
      codeSecret jetonDAcces parola_d_ordine chiaveApi chiave_segreta segreto tokenAccesso gettone
      pasuwado anshou anshoBango anshou_bangou himitsuKagi apiKagi`;
    expect(others(names, 'strong')).toEqual([]);
  });

  it('of whoever comes behind them', () => {
    expect(
      others('password_db passwordCrm State.tokenForCRM SMTP_PASS ADMIN_PW SharedAccessSignature tokenPrd', 'strong'),
    ).toEqual([]);
  });

  it('in scripts that are not divided into words', () => {
    expect(others('パスワード APIキー 密码 비밀번호 пароль', 'strong')).toEqual([]);
  });

  it('as one word, or by a name that only its service knows', () => {
    expect(others('dbpassword acmesecret mytoken myapikey X-Honeycomb-Team privateKeyPem aesKey', 'strong')).toEqual(
      [],
    );
  });

  it('faintly', () => {
    const names = 'key Key auth pin cookie session signature sig salt pass x-partner-acme-key tokenGenesys apiKeyAcme';
    expect(others(names.replace('x-partner-acme-key', 'acme_key'), 'weak')).toEqual([]);
  });
});

describe('names that say something else', () => {
  it('about a credential', () => {
    const names = `
      tokenUrl token_url tokenEndpoint token_type tokenType tokenExpiry token_expires_in tokenCount maxTokens passwordPolicy
      passwordLength password_min_length passwordExpired passwordPrompt passwordResetUrl hasPassword isTokenValid
      forgotPassword resetPasswordUrl requirePassword secretName secret_name secretArn secretId secret_id keyId key_id
      apiKeyId accessKeyId apiKeyName tokenName credentialId credentialsType authUrl authType authenticationType
      authorizationUrl keyVaultUrl tokenPath private_key_path invalidPassword missingToken`;
    expect(others(names, undefined)).toEqual([]);
  });

  it('with another kind of key, token or code', () => {
    const names = `
      primaryKey publicKey public_key foreignKey sortKey partition_key cacheKey lookupKey hashKey rowKey objectKey
      idempotencyKey publishableKey siteKey userParams.key errorKey dataKey searchKey nextPageToken page_token
      continuationToken deviceToken pushToken syncToken csrfToken statusCode wrapUpCode zipCode countryCode languageCode areaCode errorCode
      keyPress keyboard keyword keywords keyPair`;
    expect(others(names, undefined)).toEqual([]);
  });

  it('in other languages', () => {
    const names = `
      palavraChave palabra_clave palabrasClave parolaChiave mot_cle motsCles clavePrimaria chaveEstrangeira clePrimaire
      Schluesselwort Primärschlüssel Passwortlänge Passwortrichtlinie TokenTyp tipoToken tipoDeToken nomeDaSenha nomDuJeton
      longitudContrasena`;
    expect(others(names, undefined)).toEqual([]);
  });

  it('of what is made from a credential, and of hashes', () => {
    const names = `
      hash etag checksum md5 sha256 digest hashedPassword passwordHash encryptedPassword password_hashed tokenHash
      certificateThumbprint keyFingerprint traceId signatureImage promptTokens completion_tokens cancellationToken
      ticketKey issueKey projectKey labelKey tokenFound passwordMismatch sessionTimeout`;
    expect(others(names, undefined)).toEqual([]);
  });

  it('that only begins or ends like one', () => {
    const names = `
      author authors authored authorized authority authentic pinned pinpoint spin compass bypass passenger passed passive
      monkey turkey hockey donkey secretary tokenize tokenizer passport codec sign sigma cookies_enabled`;
    expect(others(names, undefined)).toEqual([]);
  });

  it('like the rest of a flow', () => {
    const names = `
      name id queueName email username userName client_id clientId grant_type scope redirect_uri customerId conversationId
      participantId language Flow.IVRMenuChoice Task.i State.agentId x-correlation-id Content-Type Accept User-Agent
      x-request-id date phoneNumber priority skill wrapup description text message prompt`;
    expect(others(names, undefined)).toEqual([]);
  });
});

describe('a name that may have run into a value', () => {
  it.each(['passwordSommer', 'clientSecretWinter1987x', 'token1987', 'note-passwordGartenzaun', 'clientIdKennwort'])(
    'is %s',
    (name) => expect(runsIntoValue(name)).toBe(true),
  );

  it.each([
    'clientSecret',
    'client-secret',
    'passwordFile',
    'tokenForCRM',
    'DB_PASSWORD_2',
    'adminPassword',
    'apiKeyV2',
    'note',
  ])('is not %s', (name) => expect(runsIntoValue(name)).toBe(false));
});

describe('a name in a sentence', () => {
  it.each(['password', 'API key', 'client_secret', 'crm api key'])('is made of name words: %s', (name) =>
    expect(isMadeOfNameWords(name)).toBe(true),
  );

  it.each(['footballtoken', 'Wiosna.Passwort', 'sommerferien_token', 'qwertz@token', 'secret19', 'a1b token'])(
    'is not made of name words alone: %s',
    (name) => expect(isMadeOfNameWords(name)).toBe(false),
  );
});
