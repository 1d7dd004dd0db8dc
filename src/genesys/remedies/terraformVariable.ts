import type { Detected } from '../../engine/detect/detect.ts';
import type { Literal } from '../../engine/detect/literal.ts';
import { mayNameOthers } from '../../engine/detect/shownNames.ts';
import { type HclFile, parseHcl } from '../../engine/parse/hcl.ts';
import type { ScalarNode, SourceNode } from '../../engine/parse/node.ts';
import { HOLE } from '../../engine/text/codec.ts';
import { hclStringCodec } from '../../engine/text/hclStringCodec.ts';
import { segmentsOf } from '../../engine/text/keyPath.ts';
import { applyEdits, type TextEdit } from '../../engine/text/textEdit.ts';
import type { FileText } from '../kinds/fileKind.ts';
import { namedIn } from '../places/terraformNodes.ts';

/** How a literal becomes a variable without a value: edits of the scanned text, not overlapping. */
export interface VariablePlan {
  readonly variable: string;
  readonly edits: readonly TextEdit[];
}

/**
 * Plans to replace a literal in a `.tf` file by `var.x` and to declare `x`, sensitive and without a default, at the end of the
 * file. The edited text is read again: `undefined` where the reference would not stand for exactly the literal, where
 * Terraform allows none, and in a Data Action, where a variable would end as a plain value all the same.
 * @param taken names of variables that other files of the module declare
 */
export function planSensitiveVariable(
  file: FileText,
  detection: Detected,
  taken: readonly string[] = [],
): VariablePlan | undefined {
  const [span, ...others] = detection.spans;
  if (!span || others.length > 0 || !CONFIGURATION_NAME.test(file.name) || !takesVariables(detection.literal))
    return undefined;
  const before = parseHcl(file.text);
  const scalar = scalarAround(before.root, span.start, span.end);
  if (!scalar) return undefined;
  const variable = freeName(nameFor(detection.literal), [...taken, ...declaredIn(before)]);
  const replacement = replacementIn(file.text, scalar, { ...span, variable });
  if (!replacement || !isReference(file.text, before, replacement, scalar)) return undefined;
  return { variable, edits: [replacement.edit, declaration(file.text, variable)] };
}

const CONFIGURATION_NAME = /\.(?:tf|tofu)$/i;

/** Whether a plan is worth making: a look at the place alone, for the light bulb. */
export function mayBecomeVariable(name: string, { literal, spans, hit }: Detected): boolean {
  return hit.class === 'hard-coded' && spans.length === 1 && CONFIGURATION_NAME.test(name) && takesVariables(literal);
}

/** The names of the variables that a file declares. */
export function declaredVariables(text: string): readonly string[] {
  return declaredIn(parseHcl(text));
}

/**
 * The edit of a variables file that gives a variable its value, at the end; `undefined` where it has one already, or where HCL
 * cannot write the value.
 */
export function variableAssignment(text: string, variable: string, value: string): TextEdit | undefined {
  const written = hclStringCodec.rewrite?.(value);
  if (written === undefined || namedIn(parseHcl(text).root).some(({ name }) => name === variable)) return undefined;
  const line = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text === '' || text.endsWith('\n') ? '' : line;
  return { start: text.length, end: text.length, text: `${gap}${variable} = ${written}${line}` };
}

/** Blocks whose arguments have to be literals. */
const LITERAL_BLOCKS: ReadonlySet<string | number | undefined> = new Set(['terraform', 'variable', 'moved', 'import']);

function takesVariables({ owner, role, path, template }: Literal): boolean {
  if (owner.document !== 'terraform' || role === 'comment' || role === 'text' || !path || template) return false;
  return !LITERAL_BLOCKS.has(segmentsOf(path)[0]);
}

interface Replacement {
  readonly edit: TextEdit;
  /** What the scalar reads afterwards. */
  readonly text: string;
}

/** The whole string where it is nothing but the credential, else an interpolation in its place. */
function replacementIn(
  text: string,
  { start, end, text: { text: value } }: ScalarNode,
  found: { readonly start: number; readonly end: number; readonly variable: string },
): Replacement | undefined {
  const isQuoted = text.charAt(start) === '"';
  if (isQuoted && found.start === start + 1 && found.end === end - 1) {
    return { edit: { start, end, text: `var.${found.variable}` }, text: HOLE };
  }
  const written = text.slice(found.start, found.end);
  const at = value.indexOf(written);
  if (at < 0 || value.indexOf(written, at + 1) >= 0) return undefined;
  const edit = { start: found.start, end: found.end, text: `\${var.${found.variable}}` };
  return { edit, text: value.slice(0, at) + HOLE + value.slice(at + written.length) };
}

/** Whether the edited text reads as planned. */
function isReference(
  text: string,
  before: HclFile,
  { edit, text: expected }: Replacement,
  scalar: ScalarNode,
): boolean {
  const after = parseHcl(applyEdits(text, [edit]));
  if (after.problems.length > before.problems.length) return false;
  const node = scalarAround(after.root, edit.start, edit.start + edit.text.length);
  return node !== undefined && node.start === scalar.start && node.text.text === expected;
}

/** The scalar that holds a stretch of the text. Names and labels are none. */
function scalarAround(node: SourceNode, start: number, end: number): ScalarNode | undefined {
  if (start < node.start || end > node.end) return undefined;
  if (node.kind === 'scalar') return node;
  const below = node.kind === 'seq' ? node.items : node.entries.map(({ value }) => value);
  for (const each of below) {
    const found = each && scalarAround(each, start, end);
    if (found) return found;
  }
  return undefined;
}

function declaredIn({ root }: HclFile): readonly string[] {
  return namedIn(root)
    .filter(({ name }) => name === 'variable')
    .flatMap(({ value }) => namedIn(value).map(({ name }) => name));
}

/** Names that a variable cannot have. */
const RESERVED: ReadonlySet<string> = new Set([
  ...['source', 'version', 'providers', 'count', 'for_each', 'lifecycle', 'depends_on', 'locals'],
]);

/** The name of the value, behind that of its resource where it has one. */
function nameFor(literal: Literal): string {
  const { name = '', path } = literal;
  const [block, , label] = segmentsOf(path);
  const words = block === 'resource' && typeof label === 'string' ? [label, name] : [name];
  const plain = words
    .filter((word) => word !== '' && mayNameOthers(word, literal))
    .join('_')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '');
  return plain === '' || RESERVED.has(plain) ? `${plain}${plain && '_'}secret` : plain;
}

function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  let number = 2;
  while (taken.includes(`${name}_${number}`)) number++;
  return `${name}_${number}`;
}

function declaration(text: string, variable: string): TextEdit {
  const line = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text.endsWith('\n') ? line : line + line;
  const block = [`variable "${variable}" {`, '  type      = string', '  sensitive = true', '}', ''].join(line);
  return { start: text.length, end: text.length, text: gap + block };
}
