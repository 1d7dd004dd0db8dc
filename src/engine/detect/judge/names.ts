import {
  CREDENTIAL_ENDS,
  CREDENTIAL_IN_OTHER_SCRIPTS,
  CREDENTIAL_WORDS,
  HARMLESS_ENDS,
  HARMLESS_KINDS,
  HEAD_WORDS,
  KEY_KINDS,
  KEY_KINDS_AFTER,
  KEY_WORDS,
  KNOWN_NAMES,
  MADE_UP_WORDS,
  NEUTRAL_WORDS,
  PASSWORD_ENDS,
  PASSWORD_WORDS,
  PREPOSITIONS,
  STATE_WORDS,
  WEAK_WORDS,
} from './nameWords.ts';
import { isVocabulary, isWhose } from './vocabulary.ts';

/**
 * What a name promises. `strong`: its value is a credential unless it is a placeholder or a reference. `weak`: it may
 * be one, if the value looks drawn by a machine.
 */
export type NameEvidence = 'strong' | 'weak';

/** Longer names are not names. */
const LONGEST = 120;
/** A file repeats its names, so each is judged once; the oldest are forgotten beyond this many. */
const REMEMBERED = 2000;

/** What the name of a header, query key, field, input or variable says of its value. */
export function credentialName(name: string): NameEvidence | undefined {
  if (name.length > LONGEST) return undefined;
  const known = judged.get(name);
  if (known !== undefined) return known === 'none' ? undefined : known;
  const evidence = isPlain(name) ? 'strong' : judge(mergeCompounds(wordsOf(name)), !/\s/.test(name));
  if (judged.size >= REMEMBERED) judged.clear();
  judged.set(name, evidence ?? 'none');
  return evidence;
}

/** Whether a name speaks of what people make up and remember, so that its value need not look drawn. */
export function isPasswordName(name: string): boolean {
  return mergeCompounds(wordsOf(name)).some(isMadeUp);
}

/** Whether a name is that of a list of credentials: `tokenList`, `secret_array`. */
export function isCredentialList(name: string): boolean {
  const words = wordsOf(name);
  return COLLECTIONS.has(words.at(-1) ?? '') && credentialName(words.slice(0, -1).join(' ')) === 'strong';
}

/**
 * Whether something runs on behind the credential word of a name that is no word of names, or a number into the name: `passwordGarden`,
 * `token1987`, `garden99token`. In a command or a line, where the sign or the break between them is lost, that is a value.
 */
export function runsIntoValue(name: string): boolean {
  if (/--|\p{L}{5}\d{2,}-/u.test(name)) return true;
  return name.split(/[^\p{L}\p{M}\d]+/u).some((part) => {
    if (/\p{L}{5}\d{2,}\p{L}/u.test(part)) return true;
    const words = part.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\d+/gu) ?? [];
    const at = words.findIndex((word) => wordsOf(word).some(isCredentialWord));
    const behind = at < 0 ? [] : words.slice(at + 1);
    if (PREPOSITIONS.has(behind[0]?.toLowerCase() ?? '')) return false;
    if (at > 0 && words.slice(at).some((word) => OTHER_LANGUAGES.test(word))) return true;
    return behind.some((word) => (/^\d/.test(word) ? word.length > 1 : !wordsOf(word).every(isNameWord)));
  });
}

/** Passwords that people make of the word for one: written as a further word of an English name it is hardly a part of that. */
const OTHER_LANGUAGES = /^(?:passwort|kennwort|geheimnis|contrasena|contraseña|motdepasse|wachtwoord|palavrapasse)/i;

/** Whether a name is made of words that names of credentials are made of, and of nothing that may be a value. */
export function isMadeOfNameWords(name: string): boolean {
  return !/[^\p{L}\p{M}\d_. -]|\d\d|\p{L}\d\p{L}/u.test(name) && wordsOf(name).every(isNameWord);
}

function isNameWord(word: string): boolean {
  if (isVocabulary(word) || isWhose(word)) return true;
  return [CREDENTIAL_WORDS, NEUTRAL_WORDS, HEAD_WORDS, KEY_WORDS, KEY_KINDS, WEAK_WORDS].some((words) =>
    words.has(word),
  );
}

function isMadeUp(word: string): boolean {
  return PASSWORD_WORDS.has(word) || MADE_UP_WORDS.has(word) || PASSWORD_ENDS.test(word);
}

const judged = new Map<string, NameEvidence | 'none'>();

/** The words of a name, in lower case and without accents: split at case, digits and punctuation. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/^(?:Flow|Task|State|Settings|Session|Slot|Common)\./i, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => word.replace(/^[0-9]+|[0-9]+$/g, ''))
    .filter((word) => word.length > 0);
}

/** Words that only together name a credential are read as one. */
const COMPOUNDS: readonly (readonly string[])[] = [
  ['mot', 'de', 'passe'],
  ['palavra', 'passe'],
  ['parola', 'd', 'ordine'],
  ['anshou', 'bangou'],
  ['ansho', 'bango'],
  ['code', 'secret'],
  ['secret', 'code'],
  ['codigo', 'secreto'],
  ['codice', 'segreto'],
  ['conn', 'str'],
  ['conn', 'string'],
  ['shared', 'access', 'signature'],
  ['key', 'api'],
  // Words to search for, in four languages.
  ['palavra', 'chave'],
  ['palavras', 'chave'],
  ['palabra', 'clave'],
  ['palabras', 'clave'],
  ['parola', 'chiave'],
  ['mot', 'cle'],
  ['mots', 'cles'],
  ['pass', 'word'],
  ['pass', 'phrase'],
  ['pass', 'code'],
  ['connection', 'string'],
  ['api', 'key'],
  ['api', 'schluessel'],
  ['api', 'schlussel'],
  ['chave', 'api'],
  ['clave', 'api'],
  ['cle', 'api'],
  ['pass', 'wort'],
  ['pass', 'wd'],
];

function mergeCompounds(words: readonly string[]): string[] {
  const merged: string[] = [];
  for (let i = 0; i < words.length; ) {
    const compound = COMPOUNDS.find((parts) => parts.every((part, j) => words[i + j] === part));
    merged.push(compound ? compound.join('') : (words[i] ?? ''));
    i += compound?.length ?? 1;
  }
  return merged;
}

function isPlain(name: string): boolean {
  return CREDENTIAL_IN_OTHER_SCRIPTS.test(name) || KNOWN_NAMES.has(name.toLowerCase());
}

function isCredentialWord(word: string): boolean {
  return CREDENTIAL_WORDS.has(word) || (CREDENTIAL_ENDS.test(word) && !HARMLESS_ENDS.test(word));
}

function judge(words: readonly string[], isIdentifier: boolean): NameEvidence | undefined {
  const at = words.findLastIndex((word) => isCredentialWord(word) || WEAK_WORDS.has(word));
  if (at < 0) return undefined;
  const core = coreEvidence(words, at);
  if (!core) return undefined;
  const after = words.slice(at + 1);
  if (after.some((word) => HEAD_WORDS.has(word) && !COLLECTIONS.has(word))) return undefined;
  if (after.every((word) => NEUTRAL_WORDS.has(word))) return core;
  return saysWhose(words[at] ?? '', after, isIdentifier) ? core : 'weak';
}

/** Whether the words behind a credential word only say whose it is: `tokenForCRM`, `senhaBanco`, but not `password xyz`. */
function saysWhose(word: string, after: readonly string[], isIdentifier: boolean): boolean {
  return (
    (isIdentifier && PASSWORD_WORDS.has(word)) ||
    PREPOSITIONS.has(after[0] ?? '') ||
    (KEY_WORDS.has(word) && after.some((each) => KEY_KINDS_AFTER.has(each)))
  );
}

/** A list of tokens holds tokens; only a value that looks drawn by a machine is one of them. */
const COLLECTIONS: ReadonlySet<string> = new Set(['array', 'collection', 'list']);

/** What the credential word and the words before it say; the words after it can only take away. */
function coreEvidence(words: readonly string[], at: number): NameEvidence | undefined {
  const word = words[at] ?? '';
  const before = words[at - 1] ?? '';
  if (words.slice(0, at).some((each) => STATE_WORDS.has(each))) return undefined;
  if (KEY_WORDS.has(word)) return keyEvidence(words.slice(0, at), words.slice(at + 1));
  if (isCredentialWord(word)) {
    const harmless = (word === 'token' || word === 'tokens' || word === 'clave') && HARMLESS_KINDS.has(before);
    return harmless ? undefined : 'strong';
  }
  if (HEAD_WORDS.has(word) && at > 0 && isCredentialWord(before)) return undefined;
  if (word === 'pass' && PASS_KINDS.has(before)) return 'strong';
  if (word === 'signature' || word === 'sig') return before === 'sas' ? 'strong' : 'weak';
  return HARMLESS_KINDS.has(before) ? undefined : CODE_LIKE.has(word) && at > 0 ? codeEvidence(before) : 'weak';
}

/** Whose `pass` is a password. */
const PASS_KINDS = new Set([
  'db',
  'database',
  'smtp',
  'user',
  'admin',
  'ftp',
  'sftp',
  'mail',
  'root',
  'login',
  'ldap',
  'pg',
  'service',
  'svc',
  'api',
  'app',
  'client',
  'proxy',
  'redis',
  'mysql',
  'sql',
  'crm',
  'sap',
]);
/** Words with so many other meanings that only one word before them makes them a credential. */
const CODE_LIKE = new Set(['code', 'seed', 'session']);

function codeEvidence(before: string): NameEvidence | undefined {
  return before === 'access' || before === 'auth' || before === 'function' || before === 'security'
    ? 'weak'
    : undefined;
}

function keyEvidence(before: readonly string[], after: readonly string[]): NameEvidence | undefined {
  const kind = before.at(-1);
  if (after.some((word) => KEY_KINDS_AFTER.has(word))) return 'strong';
  if (kind === undefined) return 'weak';
  if (isCredentialWord(kind)) return 'strong';
  if (HARMLESS_KINDS.has(kind)) return undefined;
  return KEY_KINDS.has(kind) ? 'strong' : 'weak';
}
