import { randomText } from './random.ts';

/** One way a token may look, and a maker of such tokens. */
export interface Form {
  /** The words of the facts it was read from. */
  readonly label: string;
  /** Whether each token has the same length. */
  readonly isFixed: boolean;
  make(random: () => number): string;
}

/** Each form that a body of the facts describes, the main one first; none where it is told in words only. */
export function formsOf(body: string): Form[] {
  const parts = splitOutside(body, ' + ').map((part) => alternativesOf(part.trim()));
  if (parts.some((forms) => forms.length === 0)) return [];
  const main = join(parts.map((forms) => forms[0]));
  const others = parts.flatMap((forms, at) =>
    forms.slice(1).map((form) => {
      const same = sameAsMain(parts, at, form);
      return join(
        parts.map((each, i) => (i === at || same.includes(i) ? twin(each, form) : each[0])),
        form.label,
      );
    }),
  );
  return [main, ...others];
}

/** `x58 or x74` on both sides of a mark means the same on both. */
function sameAsMain(parts: readonly (readonly Form[])[], at: number, { label }: Form): number[] {
  return parts.flatMap((forms, i) => (i !== at && forms.some((form) => form.label === label) ? [i] : []));
}

function twin(forms: readonly Form[], { label }: Form): Form | undefined {
  return forms.find((form) => form.label === label) ?? forms[0];
}

function join(parts: readonly (Form | undefined)[], label = ''): Form {
  return {
    label,
    isFixed: parts.every((part) => part?.isFixed),
    make: (random) => parts.map((part) => part?.make(random) ?? '').join(''),
  };
}

/** `A-Za-z0-9 x40 (others base64url, x32-64)`: the alphabet and count, then what the remark says of either. */
function alternativesOf(part: string): Form[] {
  const quoted = /^'([^']*)'$/.exec(part);
  if (quoted) return [fixed(part, () => quoted[1] ?? '')];
  if (/^(?:UUID|JWT)\b/.test(part)) return [fixed(part, part.startsWith('UUID') ? uuid : jwt)];
  const { plain, remark } = withoutRemark(part);
  const choices = plain.split(/,? or (?=x[0-9]|[A-Z]|base)/);
  const first = counted(choices[0] ?? '');
  const last = counted(choices.at(-1) ?? '');
  const main = choices.flatMap((choice) => formOf(choice, first?.alphabet, last?.count) ?? []);
  if (main.length < choices.length) return [];
  const told = counted(plain) ?? first ?? last;
  return [...main, ...remarkForms(remark, told?.alphabet, told?.count)];
}

function withoutRemark(part: string): { plain: string; remark: string } {
  if (part.startsWith('bech32 (')) return { plain: part.replace(/ \([^)]*\)/, ''), remark: '' };
  const [, plain = part, remark = ''] = /^(.*?) \((.*)\)$/.exec(part) ?? [];
  return { plain, remark };
}

const OTHERS =
  /^(?:one scanner|another scanner|others?|other scanners|some scanners|several scanners|scanners|most often)(?: accepts?| also)?:? /;

function remarkForms(remark: string, alphabet: string | undefined, count: string | undefined): Form[] {
  if (remark.startsWith('newer: ')) return formsOf(remark.slice(7)).map((form) => ({ ...form, label: remark }));
  return splitOutside(remark, ', ').flatMap((each) => {
    const said = each.replace(OTHERS, '').replace(/^from /, '');
    return said.split(' or ').flatMap((choice) => formOf(choice, alphabet, count, each) ?? []);
  });
}

/** `alphabet xN`, or only one of both, where the other is as before. */
function formOf(text: string, alphabet = '', count = '', label = text): Form | undefined {
  const known = counted(text) ?? {
    alphabet: /^x[0-9]/.test(text) ? alphabet : text,
    count: /^x[0-9]/.test(text) ? text : count,
  };
  const range = /^x([0-9]+)(?:-([0-9]+)|(\+))?$/.exec(known.count);
  const letters = lettersOf(known.alphabet);
  if (letters === undefined) return undefined;
  if (!range)
    return /^\[.*\]$/.test(known.alphabet) && known.count === ''
      ? fixed(label, (random) => randomText(random, letters, 1))
      : undefined;
  const least = Number(range[1]);
  const most = range[2] ? Number(range[2]) : range[3] ? least + 24 : least;
  return {
    label,
    isFixed: least === most,
    make: (random) => randomText(random, letters, least + Math.floor(random() * (most - least + 1))),
  };
}

function counted(text: string): { alphabet: string; count: string } | undefined {
  const [, alphabet = '', count = ''] = /^(.+?) (x[0-9]+(?:-[0-9]+|\+)?)$/.exec(text) ?? [];
  return count === '' ? undefined : { alphabet, count };
}

function fixed(label: string, make: (random: () => number) => string): Form {
  return { label, isFixed: true, make };
}

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ALPHANUMERIC = `${UPPER}${UPPER.toLowerCase()}0123456789`;

const ALPHABETS: Readonly<Record<string, string>> = {
  base64: `${ALPHANUMERIC}+/`,
  base64url: `${ALPHANUMERIC}_-`,
  'base64url and .': `${ALPHANUMERIC}_-.`,
  'base64url and =': `${ALPHANUMERIC}_-`,
  'base64 and comma': `${ALPHANUMERIC}+/,`,
  'base64url of JSON': `${ALPHANUMERIC}_-`,
  'A-Za-z0-9 and %': ALPHANUMERIC,
  base58: ALPHANUMERIC.replace(/[0OIl]/g, ''),
  bech32: `${UPPER}0123456789`.replace(/[1BIO]/g, ''),
  digits: '0123456789',
};

function lettersOf(name: string): string | undefined {
  const known = ALPHABETS[name];
  if (known) return known;
  const inside = /^\[(.+)\]$/.exec(name)?.[1] ?? name;
  if (!/^\[.+\]$/.test(name) && !/^(?:[A-Za-z0-9]-[A-Za-z0-9]|[_.%-])+$/.test(name)) return undefined;
  return inside.replace(/([A-Za-z0-9])-([A-Za-z0-9])/g, (_whole, from: string, to: string) =>
    Array.from({ length: to.charCodeAt(0) - from.charCodeAt(0) + 1 }, (_none, i) =>
      String.fromCharCode(from.charCodeAt(0) + i),
    ).join(''),
  );
}

/** Splits at a separator that stands in no brackets. */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charAt(at) === '(') depth++;
    else if (text.charAt(at) === ')') depth--;
    else if (depth === 0 && text.startsWith(separator, at)) {
      parts.push(text.slice(start, at));
      start = at + separator.length;
    }
  }
  return [...parts, text.slice(start)];
}

export function uuid(random: () => number): string {
  const hex = (length: number): string => randomText(random, '0123456789abcdef', length);
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
}

/** A token signed by nobody. */
export function jwt(random: () => number, payload: Readonly<Record<string, string>> = {}): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { sub: randomText(random, ALPHANUMERIC, 12), ...payload };
  return `${part({ alg: 'RS256', kid: uuid(random) })}.${part(claims)}.${randomText(random, `${ALPHANUMERIC}_-`, 86)}`;
}
