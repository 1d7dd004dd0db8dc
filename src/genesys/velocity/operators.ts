import type { Operator } from './nodes.ts';

/** How operators are written, level by level, from the loosest to the tightest. A minus before a digit is its sign. */
export const LEVELS: readonly (readonly [RegExp, ReadonlyMap<string, Operator>])[] = [
  [
    /\|\||or(?![\w])/y,
    new Map([
      ['||', '||'],
      ['or', '||'],
    ]),
  ],
  [
    /&&|and(?![\w])/y,
    new Map([
      ['&&', '&&'],
      ['and', '&&'],
    ]),
  ],
  [
    /==|!=|(?:eq|ne)(?![\w])/y,
    new Map([
      ['==', '=='],
      ['eq', '=='],
      ['!=', '!='],
      ['ne', '!='],
    ]),
  ],
  [
    /<=|>=|<|>|(?:lt|gt|le|ge)(?![\w])/y,
    new Map([
      ['<', '<'],
      ['lt', '<'],
      ['>', '>'],
      ['gt', '>'],
      ['<=', '<='],
      ['le', '<='],
      ['>=', '>='],
      ['ge', '>='],
    ]),
  ],
  [
    /\+|-(?!\.?\d)/y,
    new Map([
      ['+', '+'],
      ['-', '-'],
    ]),
  ],
  [
    /[*/%]/y,
    new Map([
      ['*', '*'],
      ['/', '/'],
      ['%', '%'],
    ]),
  ],
];
