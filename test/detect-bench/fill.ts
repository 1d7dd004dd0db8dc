import type { Random } from '../bench/support/random.ts';
import { mark } from './marks.ts';
import { namesFor } from './names.ts';
import type { Place, Slot, Writing } from './place.ts';
import { basicPair } from './places/dataAction.ts';
import { knownTokens, PRIVATE_KEY, type SecretClass, SHAPELESS } from './secrets.ts';

/** A slot and the class of what stands in it. */
export interface Filled {
  readonly format: string;
  readonly slot: Slot;
}

/** Draws what a place gets, class by class in turn, so that every class meets every kind of place. */
export class Filler {
  readonly #tokens = knownTokens();
  #token = 0;
  #shapeless = 0;

  fill(place: Place, writing: Writing, random: Random): Filled {
    const { secret, value } = this.#draw(place, writing, random);
    const name = nameFor(secret, place, random);
    const slot = (text: string): Filled => ({ format: secret.id, slot: { name, value: text, random } });
    if (place.fill === 'basic') return { ...slot(basicPair(value)), format: 'Basic pair' };
    if (place.fill === 'prose') return slot(`Thank you. Please use ${mark(value)} when you call us again.`);
    if (place.fill === 'note') return slot(note(secret, value, random));
    return slot(mark(value));
  }

  /** The next class that has a value which means itself where it stands. */
  #draw(place: Place, writing: Writing, random: Random): { readonly secret: SecretClass; readonly value: string } {
    for (let tries = 0; tries < TRIES; tries++) {
      const secret = this.#secretFor(place, writing, random);
      const value = secret.make(random);
      if (meansItself(value, secret, place)) return { secret, value };
    }
    throw new Error(`nothing fits ${place.id}`);
  }

  #secretFor(place: Place, writing: Writing, random: Random): SecretClass {
    if (place.fill === 'token' || place.fill === 'prose') return this.#nextToken() ?? PRIVATE_KEY;
    if (
      place.fill === 'named' &&
      !writing.oneLine &&
      !place.isTemplate &&
      takesPrivateKeys(place) &&
      random.below(12) === 0
    ) {
      return PRIVATE_KEY;
    }
    const token = random.below(5) < 2 ? this.#nextToken() : undefined;
    return token ?? this.#nextShapeless(place);
  }

  #nextToken(): SecretClass | undefined {
    return this.#tokens[this.#token++ % Math.max(1, this.#tokens.length)];
  }

  #nextShapeless(place: Place): SecretClass {
    const able = SHAPELESS.filter((each) => suits(each, place));
    const next = able[this.#shapeless++ % able.length];
    if (!next) throw new Error(`nothing suits ${place.id}`);
    return next;
  }
}

function takesPrivateKeys({ group, syntax, names }: Place): boolean {
  return (group === 'Architect' || group === 'Terraform') && syntax !== 'lines' && !names;
}

/** Whether one of the names of a place can stand before a class. */
function suits({ under }: SecretClass, { names }: Place): boolean {
  return !names || names.some((name) => isPasswordName(name) === (under === 'password'));
}

function isPasswordName(name: string): boolean {
  return /pass/i.test(name);
}

/** Whether a value means itself where it stands. */
function meansItself(value: string, secret: SecretClass, place: Place): boolean {
  if (value === '' || (place.isTemplate && /[$#\\]/.test(value))) return false;
  return place.syntax !== 'lines' || secret.id !== 'punctuation' || /^[\w.\-~+/=:@!*?]+$/.test(value);
}

/** How often a class is drawn until one fits; random values fit most places. */
const TRIES = 200;

const NEUTRAL = ['value', 'config', 'data', 'setting1', 'crm'];

function nameFor(secret: SecretClass, place: Place, random: Random): string {
  if (place.names) {
    const fitting = place.names.filter((name) => isPasswordName(name) === (secret.under === 'password'));
    return random.pick(fitting.length > 0 ? fitting : place.names);
  }
  if (secret === PRIVATE_KEY)
    return place.spelling === 'upper' ? 'PRIVATE_KEY' : random.pick(['private_key', 'privateKey']);
  const isToken = secret.id.startsWith('token ');
  if (isToken && random.below(2) === 0 && place.spelling !== 'header') {
    const name = random.pick(NEUTRAL);
    return place.spelling === 'upper' ? name.toUpperCase() : name;
  }
  const under = place.fill === 'password' ? 'password' : secret.under;
  return random.pick(namesFor(under, place.spelling));
}

/** What people write down beside their work. */
function note(secret: SecretClass, value: string, random: Random): string {
  const planted = mark(value);
  if (secret.under === 'password') {
    return random.pick([
      `password: ${planted}`,
      `Login svc-genesys, password ${planted}`,
      `Passwort: ${planted}`,
      `senha: ${planted}`,
    ]);
  }
  return random.pick([
    `api key: ${planted}`,
    `token=${planted}`,
    `API-Key is ${planted}`,
    `Uses client secret ${planted} until May`,
  ]);
}
