// The credentials of the sample project: real shapes, random content. Nothing here is a credential.

const MARKER = /@@secret:([A-Za-z]+)(?::(\d+))?@@/g;

const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const WORD = DIGITS + UPPER + LOWER;
const BASE64URL = `${WORD}-_`;
const HEX = '0123456789abcdef';
/** Characters that mean nothing in YAML, JSON, Velocity, an Architect expression or a URL. */
const MARKS = '-_.*';

const USER = 'svc-contact-center';

/**
 * Kind of marker → how its value is made. `draw(alphabet, length)` gives random characters; `other(kind)` the value of
 * another marker with the same number. Every value begins with a letter or digit and can stand unquoted in YAML.
 */
const KINDS = {
  apiKey: ({ draw }) => mixed(draw, WORD, 36),
  basic: ({ other }) => Buffer.from(`${USER}:${other('password')}`).toString('base64'),
  bearer: ({ draw }) => mixed(draw, BASE64URL, 64),
  clientSecret: ({ draw }) => mixed(draw, BASE64URL, 43),
  genesysSecret: ({ draw }) => `G4${draw(DIGITS, 1)}C__${mixed(draw, BASE64URL, 54)}`,
  password: ({ draw }) => `${mixed(draw, WORD, 9)}${draw(MARKS, 1)}${mixed(draw, WORD, 9)}`,
  sendgrid: ({ draw }) => `SG.${mixed(draw, BASE64URL, 22)}.${mixed(draw, BASE64URL, 43)}`,
  stripe: ({ draw }) => `${['sk', 'live', ''].join('_')}${mixed(draw, WORD, 48)}`,
  webhookId: ({ draw }) => uuid(draw),
};

/** The kinds of marker there are. */
export const SECRET_KINDS = Object.keys(KINDS);

/** The markers of a text, each with its kind. */
export function markersIn(text) {
  return [...text.matchAll(MARKER)].map(([marker, kind]) => ({ marker, kind }));
}

/** The files with every marker replaced. Same kind and number: same value, in all files. An unknown kind is an error. */
export function replaceMarkers(files, random) {
  return generate(files, random).files;
}

/**
 * What stands in the sample project's files around the generated values and is stored together with them: the user of its Basic
 * headers, and what asks for the token of its cargo desk.
 */
const STORED_WITH_THEM = [USER, 'northwind-cargo-desk', 'https://login.cargo.northwind-air.example/oauth2/token'];

/** The files like that, and all that the sample project made of what can be stored of them. */
export function generate(files, random) {
  const draw = drawer(random);
  const values = new Map();
  const secretOf = (kind, number) => {
    const key = `${kind}:${number}`;
    const known = values.get(key);
    if (known !== undefined) return known;
    if (!Object.hasOwn(KINDS, kind)) throw new Error(`Unknown kind of secret in the sample project: ${kind}`);
    const value = KINDS[kind]({ draw, other: (otherKind) => secretOf(otherKind, number) });
    values.set(key, value);
    return value;
  };
  const replace = (text) => text.replace(MARKER, (_, kind, number = '0') => secretOf(kind, number));
  const replaced = new Map([...files].map(([name, text]) => [name, replace(text)]));
  return { files: replaced, made: [...values.values(), ...STORED_WITH_THEM] };
}

/** Evenly random characters: bytes beyond the last whole multiple of the alphabet are thrown away. */
function drawer(random) {
  return (alphabet, length) => {
    const limit = 256 - (256 % alphabet.length);
    let text = '';
    while (text.length < length) {
      for (const byte of random(length))
        if (byte < limit && text.length < length) text += alphabet[byte % alphabet.length];
    }
    return text;
  };
}

/** Random characters that begin and end with a letter or digit and hold a digit, a small and a capital letter. */
function mixed(draw, alphabet, length) {
  for (;;) {
    const text = draw(alphabet, length);
    if (/^[^\W_].*[^\W_]$/.test(text) && /\d/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text)) return text;
  }
}

/** A random (version 4) UUID. */
function uuid(draw) {
  return `${draw(HEX, 8)}-${draw(HEX, 4)}-4${draw(HEX, 3)}-${draw('89ab', 1)}${draw(HEX, 3)}-${draw(HEX, 12)}`;
}
