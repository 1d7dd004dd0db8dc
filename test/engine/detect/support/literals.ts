import type { Literal, Role } from '../../../../src/engine/detect/contract/literal.ts';
import type { Hit, Rule } from '../../../../src/engine/detect/contract/rule.ts';
import { detect } from '../../../../src/engine/detect/detect.ts';
import { documentText } from '../../../../src/engine/text/mappedText.ts';
import { randomText } from './tokenGenerator.ts';

/** Where something dynamic stood. */
export const HOLE = '\uFFFC';

export function literal(role: Role, text: string, name?: string): Literal {
  const owner = { document: 'data-action' } as const;
  return { text: documentText(text), role, path: undefined, owner, ...(name === undefined ? {} : { name }) };
}

/** What one rule says of a literal: the characters it covers and how grave it is. */
export function seen(rule: Rule, of: Literal): { value: string; severity: Hit['severity']; shape?: Hit['shape'] }[] {
  return rule.detect(of).map(({ start, end, severity, shape }) => ({
    value: of.text.text.slice(start, end),
    severity,
    ...(shape === undefined ? {} : { shape }),
  }));
}

/** What all rules together say of a literal. */
export function found(of: Literal): string[] {
  return detect([of])
    .filter(({ hit }) => hit.class === 'hard-coded')
    .map(({ ruleId, hit }) => `${ruleId}: ${of.text.text.slice(hit.start, hit.end)}`);
}

export const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const LOWER = UPPER.toLowerCase();
export const DIGITS = '0123456789';
export const ALPHANUMERIC = UPPER + LOWER + DIGITS;
export const HEX = '0123456789abcdef';
export const BASE64 = `${ALPHANUMERIC}+/`;

export function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** A PEM block made up of random base64. */
export function pem(random: () => number, kind: string, lineBreak = '\n'): string {
  const label = `${kind}PRIVATE ${'KEY'}`;
  const lines = [1, 2, 3].map(() => randomText(random, BASE64, 64));
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join(lineBreak);
}
