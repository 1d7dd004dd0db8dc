import { renderTemplate } from '../../../src/genesys/velocity/render.ts';
import { OPAQUE_MARK } from '../../../src/genesys/velocity/values.ts';
import { Random } from '../../bench/support/random.ts';
import type { Engine } from './engines.ts';

/** How often our rendering of random templates is the engine's. */
export interface Agreement {
  readonly same: number;
  /** We do not say what the engine does. */
  readonly unsure: number;
  /** Neither renders it. */
  readonly broken: number;
  /** Templates that we render otherwise, or only one of us renders. */
  readonly unlike: readonly string[];
}

const SIGNS = [
  ...[
    '$',
    '#',
    '\\',
    '"',
    "'",
    '!',
    '$!',
    '##',
    '#*',
    '*#',
    '#[[',
    ']]#',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '.',
    '|',
    '*',
    '-',
    '@',
    '_',
  ],
  ...['a', 'x', '5', ' ', '\n', ',', 'end', 'if', 'set', 'input', '""', "''", '\\u0041', '\\\\'],
];
const REFERENCES = [
  ...[
    '${input.a}',
    '$!{input.a}',
    '$input.a',
    '$!input.a',
    '$input["a"]',
    '$input.b.c',
    '${credentials.k}',
    '$none',
    '${none}',
  ],
  ...[
    '$!none',
    '$x',
    '${x}',
    '$esc.jsonString("x")',
    '$esc.jsonString(${input.a})',
    '$esc.d',
    '${esc.hash}',
    '$x.length()',
  ],
];
const DIRECTIVES = [
  ...[
    '#set($x = "v")',
    ' #set($y="1")',
    '#set($x = $none)',
    '#set($x = "a" + "b$x")',
    '#set($x = 7/2)',
    '#set($m={"a":"b"})$m.a',
  ],
  ...[
    '#if($x)',
    '#if($none == $x)',
    '#if(true == "true")',
    '#else',
    '#{else}',
    '#elseif($x)',
    '#end',
    '#end',
    '#{end}',
    '#stop',
  ],
  ...[
    '#foreach($i in [1..3])',
    '#foreach($i in ["a"])',
    '$i',
    '$foreach.hasNext',
    '#break',
    '#define($d)',
    '$d',
    '#foo',
    '#foo("a")',
  ],
  ...['\n', '\n', '  ', '\n  ', '\t', 'text', '## c\n', '#* c *#', '#[[r$x]]#', '"', '{', '}'],
];

const VALUES = { 'input.a': 'one', 'input.b.c': 'two', 'credentials.k': 'sec' };
const CONTEXT = { input: { a: 'one', b: { c: 'two' } }, credentials: { k: 'sec' } };

/** Renders seeded random templates, of signs, of directives and of strings, with an engine and with our renderer. */
export function compareTemplates(count: number, engine: Engine, seed = 1): Agreement {
  const random = new Random(seed);
  const templates = Array.from({ length: count }, (_none, i) => MAKERS[i % MAKERS.length]?.(random) ?? '');
  const texts = engine.render(templates.map((template) => ({ template, values: VALUES })));
  const agreement = { same: 0, unsure: 0, broken: 0 };
  const unlike: string[] = [];
  for (const [i, template] of templates.entries()) {
    const ours = renderTemplate(template, CONTEXT, engine.dialect);
    const isUnsure = 'failed' in ours ? ours.failed === 'unsure' : ours.text.includes(OPAQUE_MARK);
    const text = 'text' in ours ? ours.text : undefined;
    if (isUnsure) agreement.unsure++;
    else if (text !== texts[i]) unlike.push(template);
    else if (text === undefined) agreement.broken++;
    else agreement.same++;
  }
  return { ...agreement, unlike };
}

const MAKERS: readonly ((random: Random) => string)[] = [
  (random) => pieces(random, 12, () => random.pick(random.below(4) === 0 ? REFERENCES : SIGNS)),
  (random) => pieces(random, 12, () => random.pick(random.below(4) === 0 ? REFERENCES : DIRECTIVES)),
  (random) => {
    const inside = pieces(random, 10, () => random.pick(random.below(5) === 0 ? REFERENCES : SIGNS));
    const quote = random.pick(['"', "'"]);
    return random
      .pick(['$esc.jsonString(@)', '#set($x = @)$x', '#if(@ == "a")1#{else}2#end', '$encoding.base64(@)$esc.url("b")'])
      .replace('@', () => quote + inside + quote);
  },
];

function pieces(random: Random, most: number, next: () => string): string {
  return Array.from({ length: 1 + random.below(most) }, next).join('');
}
