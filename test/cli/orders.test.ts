import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLineStart, withoutOrders, withoutOrdersInJson } from '../../src/cli/orders.ts';
import { dataAction, flow, randomValue, runIn, tempFolder } from './support.ts';

/** What agents look for, as their documentation and sources say; names of no order that does anything. */
const ORDERS = [
  /^\s*::/m,
  /##[\w.-]*\[/,
  /^(?:---|\+\+\+|~~~|\^\^\^)/m,
  /section_(?:start|end):/,
  /travis_(?:fold|time):/,
];
const hasOrder = (text: string): boolean => ORDERS.some((order) => order.test(text));

const MARKED = [
  '::group::x',
  '  ::notice::x',
  '##[section]x',
  'see ##[group]x',
  '##vso[x.y]z',
  "##teamcity[x 'y']",
  '--- x',
  '+++ x',
  '~~~ x',
  '^^^ +++',
  'section_start:1:x',
  'section_end:1:x',
  'travis_fold:start:x',
];

describe('a text that is printed', () => {
  it.each(MARKED)('is no order any more: %j', (text) => {
    expect(hasOrder(text)).toBe(true);
    expect(hasOrder(withoutOrders(text))).toBe(false);
    expect(hasOrder(withoutOrders(`first\n${text}\nlast`))).toBe(false);
  });

  it('is none whatever it is made of', () => {
    const piece = fc.constantFrom(
      ...['#', ':', '[', '-', '+', '~', '^', ' ', '\n', 'x', '##vso[', 'section_', 'start:'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(hasOrder(withoutOrders(pieces.join('')))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['flows/main.yaml:3:1  error  “X-API-Key” holds', '- 2 findings: a', 'a:: b', 'a #[x] # b', 'C++ --- x'])(
    'stays as it is where it is none: %j',
    (text) => {
      expect(withoutOrders(text)).toBe(text);
      expect(atLineStart(text)).toBe(text);
    },
  );
});

describe('JSON that is printed', () => {
  it.each(MARKED)('reads as before and holds no order: %j', (text) => {
    const json = withoutOrdersInJson(JSON.stringify({ path: text }, undefined, 2));
    expect(hasOrder(json)).toBe(false);
    expect(withoutOrders(json)).toBe(json);
    expect(JSON.parse(json)).toEqual({ path: text });
  });

  it('reads as before whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...MARKED), (value, mark) => {
        const whole = [value, mark, { [mark]: `\\${mark}` }];
        expect(JSON.parse(withoutOrdersInJson(JSON.stringify(whole)))).toEqual(JSON.parse(JSON.stringify(whole)));
      }),
    );
  });
});

describe('the command line gives no pipeline an order', () => {
  const NAMES = ['::group::x.custom.json', '--- x.custom.json', '##[section]x.custom.json', '~~~x.custom.json'];

  it('by the names of files, and of headers in them', async () => {
    const folder = tempFolder();
    for (const name of NAMES)
      folder.write(name, dataAction(randomValue()).replace('Authorization', 'section_start:1:Token'));
    folder.write('section_start:1:x/a.yaml', flow(randomValue()));
    for (const args of [['.'], ['--list-silenced', '.'], NAMES.slice(0, 1)]) {
      const { out, err } = await runIn(folder.path, 'scan', ...args);
      expect(out).toContain('group');
      expect(hasOrder(out), out).toBe(false);
      expect(hasOrder(err), err).toBe(false);
    }
    const { out } = await runIn(folder.path, 'scan', '.');
    expect(out).toContain('./::group::x.custom.json:8:');
  });

  it('and gives their exact paths in JSON', async () => {
    const folder = tempFolder();
    for (const name of NAMES) folder.write(name, dataAction(randomValue()));
    const { out } = await runIn(folder.path, 'scan', '--format', 'json', '.');
    expect(hasOrder(out), out).toBe(false);
    const report: unknown = JSON.parse(out);
    expect(report).toMatchObject({ findings: [...NAMES].sort().map((path) => ({ path })) });
  });

  it.each([
    ['::group::x'],
    ['scan', '--::group::x'],
    ['scan', '--format', '##[section]x'],
    ['scan', '::group::missing.json'],
    ['scan', '--config-from', '##vso[x.y]z'],
  ])('by what it does not understand (%#)', async (...args) => {
    const { code, out, err } = await runIn(tempFolder().path, ...args);
    expect(code).toBe(2);
    expect(hasOrder(`${out}\n${err}`), err).toBe(false);
  });
});
