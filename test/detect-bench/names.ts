import type { Spelling } from './place.ts';

const KEY_NAMES = [
  'apiKey',
  'accessToken',
  'authToken',
  'clientSecret',
  'secretKey',
  'signingSecret',
  'bearerToken',
  'subscriptionKey',
  'webhookSecret',
  'token',
  'crmApiKey',
  'chaveApi',
  'claveApi',
  'cleApi',
  'tokenDeAcesso',
  'apiSchluessel',
] as const;

const PASSWORD_NAMES = [
  'password',
  'dbPassword',
  'smtpPassword',
  'pwd',
  'userPwd',
  'passwd',
  'senha',
  'senhaUsuario',
  'contrasena',
  'clave',
  'claveSecreta',
  'passwort',
  'dbKennwort',
  'motDePasse',
  'pasuwado',
] as const;

/** Names with letters that identifiers of some notations do not have. */
const ACCENTED_PASSWORD_NAMES = ['contraseña', 'contraseña_usuario', 'Contraseña'] as const;

const HEADER_KEYS = [
  'X-API-Key',
  'x-api-key',
  'apikey',
  'Api-Key',
  'X-Auth-Token',
  'Ocp-Apim-Subscription-Key',
  'x-functions-key',
  'X-Access-Token',
  'X-Client-Secret',
  'X-Zendesk-Token',
  'Authorization',
] as const;
const HEADER_PASSWORDS = ['X-Password', 'x-auth-password', 'X-User-Pwd', 'X-Senha'] as const;

/** The names in front of a credential of a kind, as a place spells them. */
export function namesFor(under: 'key' | 'password', spelling: Spelling): readonly string[] {
  if (spelling === 'header') return under === 'key' ? HEADER_KEYS : HEADER_PASSWORDS;
  const plain: readonly string[] = under === 'key' ? KEY_NAMES : PASSWORD_NAMES;
  if (spelling === 'snake') return plain.map(snake);
  if (spelling === 'upper') return plain.map((name) => snake(name).toUpperCase());
  const spelled = plain.flatMap((name) => [name, snake(name), name.charAt(0).toUpperCase() + name.slice(1)]);
  return spelling === 'any' && under === 'password' ? [...spelled, ...ACCENTED_PASSWORD_NAMES] : spelled;
}

/** `apiKey` as `api_key`. */
export function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
