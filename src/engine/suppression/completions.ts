import { lineAt } from './lines.ts';
import { canBeSilenced } from './ownRules.ts';
import { ENTRY_KEYS, NAME_KEYS, SEVERITIES, TOP_KEYS } from './readTeamFile.ts';

/** What can be typed in a place of a team file. */
export interface Completion {
  readonly label: string;
  readonly insert: string;
}

/**
 * What can stand at an offset of a team file: a key, a rule or a severity. By the line and the list it stands in, so that it works
 * while the file is broken, as it is while one types.
 */
export function completionsAt(text: string, offset: number, rules: Iterable<string>): Completion[] {
  const line = lineAt(text, offset);
  const before = text.slice(line.start, offset);
  const list = listAround(text, line.start);
  const known = [...rules].filter(canBeSilenced).sort();
  if (/^[a-z]*$/.test(before)) return TOP_KEYS.filter((key) => !hasKey(text, key)).map(asKey);
  if (/^\s*(?:- +)?rule: +[\w-]*$/.test(before)) return known.map(asValue);
  if (/^\s*(?:- +)?severity: +\w*$/.test(before)) return SEVERITIES.map(asValue);
  if (list === 'severities') return inSeverities(before, known);
  if (!/^\s+(?:- +)?[A-Za-z]*$/.test(before)) return [];
  if (list === 'names' && !before.includes('-')) return NAME_KEYS.map(asKey);
  return (ENTRY_KEYS.get(list ?? '') ?? []).map(asKey);
}

function inSeverities(before: string, rules: readonly string[]): Completion[] {
  if (/^\s+[\w-]*$/.test(before)) return rules.map(asKey);
  return /^\s+[\w-]+: +\w*$/.test(before) ? SEVERITIES.map(asValue) : [];
}

/** The key at the beginning of a line that an offset stands below. */
function listAround(text: string, offset: number): string | undefined {
  for (let end = offset; end > 0; ) {
    const line = lineAt(text, end - 1);
    const key = /^([a-z]+):/.exec(text.slice(line.start, line.end));
    if (key) return key[1];
    end = line.start;
  }
  return undefined;
}

function hasKey(text: string, key: string): boolean {
  return text.startsWith(`${key}:`) || text.includes(`\n${key}:`);
}

function asKey(key: string): Completion {
  return { label: key, insert: `${key}: ` };
}

function asValue(value: string): Completion {
  return { label: value, insert: value };
}
