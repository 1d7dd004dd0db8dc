import { Sensitive } from '../../base/sensitive.ts';

/** A field of the credential to be stored. */
export interface FieldToStore {
  readonly name: string;
  readonly value: Sensitive;
}

export interface UserAndPassword {
  readonly user: string;
  readonly password: string;
}

/** Where candidates get the names of the fields they refer to. */
export interface Naming {
  /** The field that holds `value`, or a name for it made from `wanted`. */
  nameFor(value: string, wanted: string): string;
  /** The two fields of a user name and its password. */
  pairFor(values: UserAndPassword, wanted: UserAndPassword): UserAndPassword;
}

/** Names that the author has given: the value is stored under them already. */
export function fixedNames(name: string, pair: UserAndPassword): Naming {
  return { nameFor: () => name, pairFor: () => pair };
}

/**
 * The names of the fields to be stored: equal values share a field, equal names with different values are told apart by a
 * number. Proposing a name keeps nothing; `keep` does, once the candidate that uses it has won.
 */
export class FieldNames implements Naming {
  readonly #fields = new Map<string, string>();
  readonly #taken: ReadonlySet<string>;

  /** @param taken names that already mean something else, e.g. fields that the file refers to and nobody knows here */
  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  nameFor(value: string, wanted: string): string {
    for (const [name, known] of this.#fields) if (known === value) return name;
    return numbered((n) => (this.#isFree(wanted + n) ? wanted + n : undefined));
  }

  /** A pair of their own, with one number. */
  pairFor(values: UserAndPassword, wanted: UserAndPassword): UserAndPassword {
    return numbered((n) => {
      const names = { user: wanted.user + n, password: wanted.password + n };
      const held = this.#fields.get(names.user) === values.user && this.#fields.get(names.password) === values.password;
      return held || (this.#isFree(names.user) && this.#isFree(names.password)) ? names : undefined;
    });
  }

  keep(fields: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(fields)) this.#fields.set(name, value);
  }

  fields(): FieldToStore[] {
    return [...this.#fields].map(([name, value]) => ({ name, value: new Sensitive(value) }));
  }

  #isFree(name: string): boolean {
    return !this.#fields.has(name) && !this.#taken.has(name);
  }
}

/** The first name that fits: without a number, then with 2, 3 … */
function numbered<Name>(attempt: (suffix: string) => Name | undefined): Name {
  let name = attempt('');
  for (let n = 2; name === undefined; n++) name = attempt(String(n));
  return name;
}
