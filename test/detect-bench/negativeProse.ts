/** Sentences about credentials, in the languages of contact centres, and texts that only look technical. */
const SENTENCES: readonly string[] = [
  'Please enter your password, followed by the pound key.',
  'Your API key has expired. Ask your administrator for a new token.',
  'The client secret is stored in the integration, see the handbook.',
  'Password: at least twelve characters, one of them a digit.',
  'Token: see the vault, entry genesys-cloud/prod.',
  'api key: ask the CRM team',
  'Use the credential from the integration and never paste a key here.',
  'Bitte geben Sie Ihr Kennwort und anschließend die Raute-Taste ein.',
  'Passwort: siehe Tresor, Eintrag Genesys Cloud.',
  'Der Schlüssel der Schnittstelle liegt beim Betrieb.',
  'Por favor, ingrese su contraseña seguida de la tecla numeral.',
  'La clave de acceso caduca cada noventa días.',
  'Digite sua senha de seis dígitos e pressione jogo da velha.',
  'A senha do serviço fica no cofre da equipe.',
  'Veuillez saisir votre mot de passe, puis appuyez sur dièse.',
  'Le jeton est renouvelé automatiquement toutes les heures.',
  'Inserisca la sua password e poi prema cancelletto.',
  'パスワードを入力してください。トークンは不要です。',
  'Wachtwoord vergeten? Druk op twee.',
  'Call /api/v2/oauth/clients with a bearer token of the integration.',
  'Uses ${credentials.apiKey} of the CRM integration',
  'secret: <ask operations>',
  'password: ********',
  'api_key = YOUR_API_KEY',
  'client secret {{client_secret}} is substituted by Archy',
  'Version 2.14.0-beta.3 of 2026-11-23T09:30:00Z by operations@example.com',
  'See https://developer.genesys.cloud/authorization/platform-auth/use-client-credentials#request-an-access-token',
  'Queue 3f1c2a52-8d7c-4a0e-9a7e-5f0f6a1b2c3d handles authentication problems',
  'Authorization codes are six digits; a caller has three tries',
  'Key accounts: press one. Password reset: press two.',
];

export function proseNegatives(): readonly { readonly kind: string; readonly name: string; readonly value: string }[] {
  return SENTENCES.map((value) => ({ kind: 'prose', name: 'text', value }));
}
