import type { Literal, Owner } from '../../engine/detect/contract/index.ts';
import { isCredentialWord } from '../../engine/detect/index.ts';
import { type CsvRow, csvRows } from '../../engine/languages/csv/csv.ts';
import { keyPath } from '../../engine/text/index.ts';
import { childOf, type MapNode, textOf } from '../../engine/tree/index.ts';
import { namedValues, recovered, withEmbedded } from '../places/index.ts';
import type { TextKind, TreeKind } from './fileKind.ts';

const OWNER: Owner = { document: 'data-table' };
/** The key column comes first, as Architect exports it. */
const KEY_FIRST = /^\uFEFF?[ \t]*"?key"?[ \t]*[,;\t\r\n]/i;
/** Columns whose cells are called by the key of their row. */
const VALUE_COLUMN = /^(?:value|val|wert|valor|valeur|setting|string_?value)$/i;
const ROW_TEXT = /"key"\s*:/;

/** An exported data table. */
export const DATA_TABLE: TextKind = {
  kind: 'data-table',
  is: ({ name, text }) => /\.csv$/i.test(name) && KEY_FIRST.test(text),
  literals: ({ text }) => csvLiterals(text),
};

function* csvLiterals(text: string): Generator<Literal> {
  const isDamaged = isDamagedTable(text);
  let header: readonly string[] | undefined;
  for (const { cells } of csvRows(text)) {
    if (!header) header = cells.map((cell) => cell.text.trim());
    else yield* isDamaged ? recovered(rowLiterals(cells, header)) : rowLiterals(cells, header);
  }
}

/** Whether quotes do not fit, a row has more or fewer cells than the header, or values stand in that: what is a key may be a cell. */
function isDamagedTable(text: string): boolean {
  let width: number | undefined;
  for (const { cells, isBroken } of csvRows(text)) {
    if (isBroken) return true;
    const isEmpty = cells.length === 1 && cells[0]?.text === '';
    if (width === undefined && cells.some((cell) => isCredentialWord(cell.text))) return true;
    width ??= cells.length;
    if (cells.length !== width && !isEmpty) return true;
  }
  return false;
}

function* rowLiterals(row: CsvRow['cells'], header: readonly string[]): Generator<Literal> {
  const key = row[0]?.text ?? '';
  for (const [i, text] of row.entries()) {
    const column = header[i] ?? '';
    const name = i > 0 && VALUE_COLUMN.test(column) ? key : column;
    yield* withEmbedded({ text, role: 'cell', name, path: keyPath(keyPath(undefined, key), column), owner: OWNER });
  }
}

/** Rows of a data table as the API gives and takes them. */
export const DATA_TABLE_ROWS: TreeKind = {
  kind: 'data-table',
  syntax: 'json',
  mayBe: ({ name, text }) => ROW_TEXT.test(text) && /data_?-?table/i.test(name + text.slice(0, 200_000)),
  is: (root) => isRow(root) || rowsOf(root).some(isRow),
  literals: (root) => (isRow(root) ? [root] : rowsOf(root)).flatMap((row) => namedValues(row, OWNER, 'cell')),
};

function rowsOf(root: MapNode): MapNode[] {
  const entities = childOf(root, 'entities') ?? childOf(root, 'rows');
  return entities?.kind === 'seq' ? entities.items.filter((item) => item.kind === 'map') : [];
}

function isRow(map: MapNode): boolean {
  return textOf(childOf(map, 'key')) !== undefined;
}
