import { isRare } from './rarity.ts';
import { FUNCTION_WORDS, isVocabulary } from './vocabulary.ts';

/** Words with spaces between them, in any language, or a text in a script that needs no spaces. Never a passphrase. */
export function isProse(text: string): boolean {
  if (UNDIVIDED.test(text)) return isUndividedProse(text);
  if (!/\s/.test(text)) return false;
  const words = text.split(/\s+/);
  const plain = words.filter((word) => WORD.test(word));
  return (
    plain.length >= 2 &&
    plain.length >= words.length * 0.7 &&
    !words.some((word) => word.length >= 12 && isRare(word)) &&
    !isPassphrase(words)
  );
}

const WORD = /^["'([{¡¿«„“]*(?:\p{L}[\p{L}\p{M}'’-]*|\d{1,6})["')\]}.,;:!?…»”]*$/u;

/** Japanese, Chinese, Korean, Thai. */
const UNDIVIDED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/;
/** Particles, signs and words that stand in sentences and labels, not in passwords. */
const OF_SENTENCES =
  /[はがをにへでの、。？！：・「」（）【】请請您你的了为]|ください|です|ます|パスワード|キー|トークン|シークレット|番号|密码|密碼|密钥|令牌|비밀번호|입력|토큰|키/;
const LONGEST_PASSWORD = 24;

/** Digits together with letters or signs make a password of it, where nothing is left of a sentence or a label. */
function isUndividedProse(text: string): boolean {
  if (/[A-Za-z0-9]{8}/.test(text)) return false;
  const mixed = /\d/.test(text) && /[!-/:-@[-~]/.test(text.replace(/\d/g, ''));
  return !mixed || text.length > LONGEST_PASSWORD || /\s/.test(text) || OF_SENTENCES.test(text);
}

/** A passphrase has this many words, each of a few small letters, and none that holds a sentence together. */
const FEWEST = 2;
const MOST = 8;
const PASS_WORD = /^[a-z]{3,12}$/;

function isPassphrase(words: readonly string[]): boolean {
  return (
    words.length >= FEWEST &&
    words.length <= MOST &&
    words.every((word) => PASS_WORD.test(word) && !FUNCTION_WORDS.has(word) && !isVocabulary(word))
  );
}
