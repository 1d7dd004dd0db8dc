import { isRare } from './rarity.ts';
import { isDynamic, literalRuns } from './runs.ts';
import { isAsking, isVocabulary, speaksOfCredentials } from './vocabulary.ts';

/** Longer values are not placeholders. */
const LONGEST = 300;

/** What brackets and references are made of: most keys have none, and are not tried with all of them. */
const NOT_ALPHANUMERIC = /[^A-Za-z0-9]/;

/** Whether a value only stands for one that is filled in later, hidden or absent. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  if (text.length < 2) return true;
  if (text.length > LONGEST) return false;
  if (isDynamic(text) && literalRuns(text).length === 0) return true;
  return (
    (NOT_ALPHANUMERIC.test(text) && (matchesAny(BRACKETED, text) || matchesAny(REFERENCES, text) || hasBlank(text))) ||
    MASKED.test(text) ||
    isRepetition(text) ||
    isSequence(text) ||
    speaksOfItself(text)
  );
}

/**
 * Whether a token of a known shape only illustrates it: one character or a sequence instead of drawn ones, or a word that
 * says so.
 * @param body the token without its fixed beginning
 */
export function isIllustration(body: string): boolean {
  return ILLUSTRATED.test(body.slice(-ILLUSTRATED_END)) || isSequence(body) || isMonotonous(body);
}

const ILLUSTRATED = /x{6}|\*{3}|example|placeholder|changeme|your[_-]?(?:api|token|key|secret)/i;
/** Only the end is looked at: a webhook of a host called example is real. */
const ILLUSTRATED_END = 24;

/** Hardly any different characters: drawn ones have more, whatever their alphabet. */
function isMonotonous(body: string): boolean {
  return body.length >= 8 && new Set(body).size <= 3;
}

/** All of it in brackets or marks. */
const BRACKETED: readonly RegExp[] = [
  /^<[^<>]*>$/,
  /^<<[^<>]*>>$/,
  /^\[[^[\]]*\]$/,
  /^\{[^{}]*\}$/,
  /^\([A-Za-z][^()]*\)$/,
  /^__[A-Za-z][A-Za-z0-9_.-]*__$/,
  /^@{1,2}[A-Za-z][\w.:-]*@{1,2}$/,
  /^#[A-Za-z_]\w*#$/,
  /^~[A-Za-z_]\w*~$/,
  /^\$\{\{[^{}]*\}\}$/,
  /^#\{[^{}]*\}#?$/,
  /^@\{[^{}]*\}$/,
  /^%\(\w+\)s$/,
  /^ENC(?:\[|\()[^\])]*[\])]$/,
  /^\{cipher\}\S+$/,
  /^\$!?[A-Z][A-Z0-9_]*$/,
  /^\$!?(?:input|credentials|authResponse|rawResult|body|context)\.[\w.]+$/,
];

/** A name of something that holds the value: a variable of a flow, of a program, of a deployment, or a vault. */
const REFERENCES: readonly RegExp[] = [
  /^(?:Flow|Task|State|Settings|Call|Message|Email|Chat|Session|Slot|System|Bot|Callback|Participant)\.[A-Za-z_][\w.]*$/,
  /^(?:var|local|data|module|each|self|env|secrets|vars|params|config|process\.env|os\.environ)\.[A-Za-z_][\w.[\]"'-]*$/,
  /^(?:input|credentials|authResponse|context)\.[A-Za-z_][\w.[\]"'-]*$/,
  /^(?:op|vault|ssm|keyvault|secretsmanager|gcpsm|ref\+\w{1,20}|akv):\/?\/?\S*$/,
  /^arn:aws[\w-]*:\S+$/,
  /^@Microsoft\.KeyVault\(/,
  /^\$env:\w+$/i,
  /^(?:get_?env|env|lookup|ref|credentials|secrets?|param(?:eter)?|vault|import\.meta\.env|System\.getenv)\s?(?:\.\w+|\(['"]?[\w./ ,'"-]*\)|\[['"][\w.-]+['"]\])$/i,
  /^os\.(?:getenv|environ)[.\w([\]'")-]*$/,
  /^!(?:Ref|Sub|GetAtt|ImportValue|vault|include|secret|env)\b.*$/,
  /^projects\/[^\s/]+\/secrets\/\S+$/,
];

/** Characters crossed out or left out. */
const MASKED = /\*{3,}|[•●▪■█]{3,}|x{5,}|X{5,}|\.{3}$|…|^[xX*#?._ -]{3,}$|^[0-]{8,}$|^-+$|(?:\b|_)(?:xxx|XXX)(?:\b|_)/;

function matchesAny(expressions: readonly RegExp[], text: string): boolean {
  return expressions.some((expression) => expression.test(text));
}

/** A blank to fill in: `sk-<your key>`, `<user>:<password>`. */
const BLANK = /<([A-Za-z][A-Za-z _-]{1,60})>/g;
/** A shorter one may be by chance. */
const SHORTEST_BLANK = 4;

/** Whether blanks are left in a text that is nothing drawn or odd itself: a password may hold `<` and `>`. */
function hasBlank(text: string): boolean {
  if (!text.includes('<')) return false;
  const blanks = [...text.matchAll(BLANK)].map((match) => match[1] ?? '');
  if (blanks.length === 0) return false;
  const rest = text.replace(BLANK, '');
  if (isRare(rest)) return false;
  return (
    !/[^\p{L}\s_.:/@-]/u.test(rest) || blanks.some((blank) => blank.length >= SHORTEST_BLANK || isBlankWord(blank))
  );
}

function isBlankWord(blank: string): boolean {
  return blank
    .toLowerCase()
    .split(/[ _-]+/)
    .every((word) => isVocabulary(word));
}

/** One character, or one group of up to three, again and again. */
function isRepetition(text: string): boolean {
  return /^(.{1,3}?)\1{2,}.{0,2}$/s.test(text) && new Set(text).size <= 3;
}

/** `12345678`, `abcdefgh`, `0123456789abcdef`: each character follows the one before, with at most a jump in ten. */
function isSequence(text: string): boolean {
  if (text.length < 4) return false;
  let followed = 0;
  for (let i = 1; i < text.length; i++) {
    const step = text.charCodeAt(i) - text.charCodeAt(i - 1);
    if (step === 1 || step === -1 || step === -9) followed++;
  }
  const jumps = text.length - 1 - followed;
  return jumps <= Math.floor(text.length / 8);
}

/** `YOUR_API_KEY`, `insert token here`, `test`, `example-token`, `password`: words about the value, not the value. */
function speaksOfItself(text: string): boolean {
  if (!/[A-Za-z]/.test(text)) return false;
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 0);
  if (words.some(isAsking) || /change_?-?me|replace_?-?me|your[_-]?(?:api|token|key|secret|pass)/i.test(text)) {
    return !isRare(text);
  }
  return /^[\p{L}0-9 _.:<>()[\]'"/-]+$/u.test(text) && speaksOfCredentials(words);
}
