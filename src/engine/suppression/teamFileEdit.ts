import { parseYaml } from '../languages/yaml/yaml.ts';
import { applyEdits, type TextEdit } from '../text/index.ts';
import { childOf, type MapNode, type SeqNode, type SourceNode } from '../tree/index.ts';
import { lineBreakOf } from './commentEdit.ts';
import { endOfLine, lineAt } from './lines.ts';
import { readTeamFile, type TeamFileOptions } from './readTeamFile.ts';
import { isNull } from './shape.ts';

/** An entry to add: its keys and values in the order they are written. */
export interface NewEntry {
  readonly list: 'allowed' | 'rules';
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  /** Written as well where the file has none yet. */
  readonly salt?: string;
}

/**
 * The edits that add an entry to a team file and leave everything else in it as it is: comments, order, quotes, indentation. They are
 * checked by reading the result. `undefined` where the file cannot be read or is written in a way that cannot be added to.
 * @param text empty for a new file
 */
export function addToTeamFile(text: string, entry: NewEntry, options: TeamFileOptions): TextEdit[] | undefined {
  const before = readTeamFile(text, options);
  const { roots } = parseYaml(text);
  const [root] = roots;
  if (before.isBroken || roots.length > 1 || (root && !isBlockMap(text, root))) return undefined;
  const salted = entry.salt === undefined || before.salt !== undefined ? [] : [saltEdit(text, root, entry.salt)];
  const added = root ? entryEdits(text, root, entry) : [newFile(text, entry)];
  if (!added) return undefined;
  const edits = [...salted, ...added];
  const after = readTeamFile(applyEdits(text, edits), options);
  const others = (['paths', 'rules', 'patterns', 'allowed', 'harmlessNames', 'credentialNames'] as const).filter(
    (list) => list !== entry.list,
  );
  const isRight =
    !after.isBroken &&
    after.problems.length <= before.problems.length &&
    after[entry.list].length === before[entry.list].length + 1 &&
    others.every((list) => after[list].length === before[list].length);
  return isRight ? edits : undefined;
}

/** The salt that a team file has. */
export function saltIn(text: string): string | undefined {
  const salt = childOf(parseYaml(text).roots[0], 'salt');
  return salt?.kind === 'scalar' && salt.value.trim() !== '' ? salt.value : undefined;
}

function isBlockMap(text: string, root: SourceNode): root is MapNode {
  return root.kind === 'map' && text.charAt(root.start) !== '{';
}

const ABOUT = '# What this team has decided about the findings of Genesys Cloud Secrets.';

function newFile(text: string, { list, fields, salt }: NewEntry): TextEdit {
  const eol = lineBreakOf(text);
  const lines = [
    ...(text.trim() === '' ? [ABOUT] : []),
    'version: 1',
    ...(salt === undefined ? [] : [`salt: ${scalar(salt)}`]),
    `${list}:`,
    ...block(fields, '  '),
  ];
  return { start: text.length, end: text.length, text: `${startOfLine(text, eol)}${lines.join(eol)}${eol}` };
}

/** Behind the version, or on top. */
function saltEdit(text: string, root: SourceNode | undefined, salt: string): TextEdit {
  const version = childOf(root, 'version');
  const eol = lineBreakOf(text);
  const at = version ? endOfLine(text, version.end) : (root?.start ?? text.length);
  const line = `salt: ${scalar(salt)}`;
  return { start: at, end: at, text: version ? `${eol}${line}` : root ? `${line}${eol}` : '' };
}

function entryEdits(text: string, root: MapNode, { list, fields }: NewEntry): TextEdit[] | undefined {
  const eol = lineBreakOf(text);
  const known = root.entries.find(({ key }) => key.value === list);
  if (!known) {
    const { length } = text;
    const lines = [`${list}:`, ...block(fields, '  ')];
    return [{ start: length, end: length, text: `${startOfLine(text, eol)}${lines.join(eol)}${eol}` }];
  }
  const { key, value } = known;
  if (value?.kind === 'seq') return [itemEdit(text, value, fields)].flatMap((edit) => edit ?? []);
  if (value && !isNull(value)) return undefined;
  const at = endOfLine(text, value?.end ?? key.end);
  const lines = block(fields, '  ').map((line) => `${eol}${line}`);
  const items = { start: at, end: at, text: lines.join('') };
  return value && value.end > value.start ? [{ start: value.start, end: value.end, text: '' }, items] : [items];
}

/** Behind the last item of a list. */
function itemEdit(text: string, list: SeqNode, fields: NewEntry['fields']): TextEdit | undefined {
  const last = list.items.at(-1);
  if (text.charAt(list.start) === '[') {
    const at = list.end - 1;
    const entries = Object.entries(fields).map(([key, value]) => `${key}: ${flow(value)}`);
    return { start: at, end: at, text: `${last ? ', ' : ''}{ ${entries.join(', ')} }` };
  }
  const first = list.items[0];
  const dash = first && /^[ \t]*(?=-[ \t])/.exec(text.slice(lineAt(text, first.start).start, first.start));
  if (!last || !dash) return undefined;
  const at = endOfLine(text, last.end);
  const eol = lineBreakOf(text);
  return {
    start: at,
    end: at,
    text: block(fields, dash[0])
      .map((line) => `${eol}${line}`)
      .join(''),
  };
}

function block(fields: NewEntry['fields'], indent: string): string[] {
  return Object.entries(fields).map(([key, value], i) => `${indent}${i === 0 ? '- ' : '  '}${key}: ${flow(value)}`);
}

function flow(value: string | readonly string[]): string {
  return typeof value === 'string' ? scalar(value) : `[${value.map(scalar).join(', ')}]`;
}

const PLAIN = /^(?:[A-Za-z][\w./-]*(?: [\w./-]+)*|\d{4}-\d\d-\d\d)$/;
const OTHER_THAN_TEXT = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A text as YAML reads it, plain where nothing could be mistaken. JSON's strings are YAML's too. */
function scalar(value: string): string {
  return PLAIN.test(value) && !OTHER_THAN_TEXT.test(value) ? value : JSON.stringify(value);
}

function startOfLine(text: string, eol: string): string {
  return text === '' || text.endsWith('\n') ? '' : eol;
}
