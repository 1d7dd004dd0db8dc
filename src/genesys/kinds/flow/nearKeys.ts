/** Words judged lately, with the key that each is near; a file repeats its keys. The oldest are forgotten beyond this many. */
const REMEMBERED = 2000;

/** Finds the key that was meant by one that has a wrong letter, one too many, one too few, or two that changed places. */
export class NearKeys {
  readonly #keys: readonly string[];
  readonly #known = new Map<string, string | undefined>();

  constructor(keys: readonly string[]) {
    this.#keys = keys;
  }

  /** The key itself, or the one it is near; a plural is a word of its own. */
  of(word: string): string | undefined {
    if (this.#known.has(word)) return this.#known.get(word);
    const key = this.#keys.includes(word) ? word : this.#keys.find((each) => isNear(word, each));
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    this.#known.set(word, key);
    return key;
  }
}

function isNear(word: string, key: string): boolean {
  if (Math.abs(word.length - key.length) > 1 || word === `${key}s`) return false;
  let first = 0;
  while (first < key.length && word[first] === key[first]) first++;
  const [rest, wanted] = [word.slice(first), key.slice(first)];
  if (rest.length !== wanted.length) {
    return rest.length > wanted.length ? rest.slice(1) === wanted : rest === wanted.slice(1);
  }
  const isSwapped = rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2);
  return isSwapped || rest.slice(1) === wanted.slice(1);
}
