import { Buffer } from 'node:buffer';
import { type Document, parseAllDocuments, visit } from 'yaml';
import type { Rule } from '../../src/engine/detect/contract/rule.ts';
import { type Detected, RULES } from '../../src/engine/detect/detect.ts';
import { tolerantYaml } from '../../src/engine/languages/yaml/yamlTolerant.ts';
import { applyEdits } from '../../src/engine/text/textEdit.ts';
import type { FileText } from '../../src/genesys/kinds/fileKind.ts';
import { GENESYS_RULES } from '../../src/genesys/rules/index.ts';
import { findingsOf, type Scan, scanDocument } from '../../src/genesys/scan.ts';

/** Letters and digits only: it reads the same in every notation. */
const REPLACEMENT = 'Replaced7Value';

/** What a scan does that it never may, in one line without text of the file; `undefined` where all is well. */
export function whatIsWrong(file: FileText): string | undefined {
  try {
    const first = scanDocument(file);
    const wrong = wrongIn(file, first) ?? wrongLengths(file);
    if (wrong !== undefined || !first.needsTolerantYaml) return wrong;
    return wrongIn(file, scanDocument(file, { tolerantYaml }));
  } catch (error) {
    return `throws ${whereOf(error)}`;
  }
}

/** A length that is promised before decoding, or to a rule, and not kept. Another scan, so not of every text. */
function wrongLengths(file: FileText): string | undefined {
  if (file.text.length % 4 !== 1) return undefined;
  let wrong: string | undefined;
  const watching: Rule = {
    id: 'watching',
    detect: (literal) => {
      const { text, role, name, owner } = literal;
      if (text.atMost < text.text.length) wrong ??= `longer than it says (${role}, ${owner.document})`;
      for (const { id, shortest = 0, looksAt, detect } of [...RULES, ...GENESYS_RULES]) {
        const least = typeof shortest === 'number' ? shortest : shortest(role, name, owner);
        if ((looksAt?.(role) ?? true) && text.length < least && detect(literal).length > 0)
          wrong ??= `found in what is too short (${id}, ${role}, ${owner.document})`;
      }
      return [];
    },
  };
  scanDocument(file, { rules: [watching] });
  return wrong;
}

/** The error and the place in the sources it comes from. */
function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error';
  const frame = /at (?:async )?([\w.#<>]+) /.exec(error.stack?.slice(error.stack.indexOf('\n')) ?? '')?.[1];
  return `${error.name} in ${frame ?? 'unknown'}: ${error.message.slice(0, 80)}`;
}

function wrongIn(file: FileText, { detections }: Scan): string | undefined {
  for (const detected of detections) {
    const wrong = wrongSpans(file.text, detected) ?? wrongEdit(file, detected);
    if (wrong !== undefined)
      return `${wrong} (${detected.ruleId}, ${detected.literal.role}, ${detected.literal.owner.document})`;
  }
  findingsOf({ detections });
  return undefined;
}

function wrongSpans(text: string, { spans, hit, literal }: Detected): string | undefined {
  if (spans.length === 0) return 'no span';
  if (!(0 <= hit.start && hit.start < hit.end && hit.end <= literal.text.length)) return 'hit leaves its literal';
  let at = 0;
  for (const { start, end } of spans) {
    if (!Number.isInteger(start) || !Number.isInteger(end)) return 'span is no number';
    if (start < at) return 'spans overlap or run back';
    if (end <= start) return 'empty span';
    at = end;
  }
  return at <= text.length ? undefined : 'span leaves the text';
}

/** An edit has to leave a text that another parser reads, with the replacement in one of its strings. */
function wrongEdit({ name, text }: FileText, { literal, hit }: Detected): string | undefined {
  const edit = literal.text.edit(hit.start, hit.end, REPLACEMENT);
  if (edit === 'not-editable') return undefined;
  if (edit.start < 0 || edit.end < edit.start || edit.end > text.length) return 'edit leaves the text';
  const edited = applyEdits(text, [edit]);
  if (text.length % 4 !== 0) return undefined;
  const before = stringsOf(name, text);
  if (!before || before.some((each) => each.includes(REPLACEMENT))) return undefined;
  // Comments are no strings, and what is written in other characters cannot be recognised.
  const value = literal.text.text.slice(hit.start, hit.end);
  if (!before.some((each) => each.includes(value))) return undefined;
  const after = stringsOf(name, edited);
  if (!after) return 'edit breaks the text';
  if (after.length !== before.length) return 'edit changes the structure';
  return after.some(holdsReplacement) ? undefined : 'edit writes something else';
}

function holdsReplacement(text: string): boolean {
  if (text.includes(REPLACEMENT)) return true;
  const runs = text.match(/[A-Za-z0-9+/]{12,}={0,2}/g) ?? [];
  return runs.some((run) => Buffer.from(run, 'base64').toString().includes(REPLACEMENT));
}

/** All keys and values of a file as other parsers read them; `undefined` where they do not take it. */
function stringsOf(name: string, text: string): readonly string[] | undefined {
  if (name.endsWith('.json')) return jsonStrings(text);
  return /\.ya?ml$/.test(name) ? yamlStrings(text) : undefined;
}

function jsonStrings(text: string): readonly string[] | undefined {
  try {
    return leaves(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return undefined;
  }
}

function yamlStrings(text: string): readonly string[] | undefined {
  // Parsers do not agree on whether a carriage return alone ends a line; editors do not keep one.
  if (/\r(?!\n)/.test(text)) return undefined;
  try {
    const documents = parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false });
    if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return undefined;
    return documents.flatMap(scalarsIn);
  } catch {
    return undefined;
  }
}

/** Keys and values where they stand: of two that have the same key both. */
function scalarsIn(document: Document.Parsed): string[] {
  const found: string[] = [];
  visit(document, { Scalar: (_key, { value }) => void found.push(String(value)) });
  return found;
}

function leaves(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.entries(value).flatMap((entry) => entry.flatMap(leaves));
}
