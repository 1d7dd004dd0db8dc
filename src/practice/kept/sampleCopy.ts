import { parseJson } from '../http/index.ts';
import { fromBase64 } from './base64.ts';
import { text as anyText, list, object, oneOf, record, type Shape, ShapeError } from './shape.ts';

/** What `scripts/sample.mjs` leaves beside a sample project: its files as they were made, and the values in them. */
export interface SampleCopy {
  /** Texts by path below the project, with `/`. */
  readonly files: ReadonlyMap<string, string>;
  /** The credentials that were generated for the project, as they are stored: decoded, in parts. */
  readonly made: ReadonlySet<string>;
}

/** Most characters of the encoded copy. */
const LONGEST = 8_000_000;

/** A path that stays below the project, in folders that no tool reads settings from. */
const safePath: Shape<string> = (value) => {
  const path = anyText(value);
  const parts = path.split('/');
  const isSafe = parts.every((part, i) => isName(part) && (i === parts.length - 1 || !part.startsWith('.')));
  if (!isSafe) throw new ShapeError('not a path');
  return path;
};

const copy = object({ format: oneOf(1), files: record(anyText), made: list(anyText) });

/** Reads what anybody may have written into the folder. `undefined` where it is not such a copy. Never throws. */
export function readSampleCopy(text: string): SampleCopy | undefined {
  if (text.length > LONGEST) return undefined;
  try {
    const { files, made } = copy(parseJson(fromBase64(text.trim())));
    const entries = Object.entries(files).map(([path, content]): [string, string] => [safePath(path), content]);
    return { files: new Map(entries), made: new Set(made.filter((value) => value !== '')) };
  } catch {
    return undefined;
  }
}

function isName(part: string): boolean {
  return /^[\w.\-() ]{1,100}$/.test(part) && !/[. ]$/.test(part) && part.toLowerCase() !== '.git';
}
