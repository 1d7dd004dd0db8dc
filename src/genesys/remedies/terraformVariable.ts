import type { MessageId } from '../../base/messageIds.ts';
import type { Literal } from '../../engine/detect/contract/index.ts';
import { type Detected, mayNameOthers } from '../../engine/detect/index.ts';
import { hclStringCodec, parseHcl } from '../../engine/languages/hcl/index.ts';
import { applyEdits, segmentsOf, type TextEdit } from '../../engine/text/index.ts';
import type { MapNode } from '../../engine/tree/index.ts';
import type { FileText } from '../kinds/index.ts';
import { moduleRoots, namedIn } from '../kinds/terraform/index.ts';
import { terraformRemedy } from './terraformRemedy.ts';
import { hullOf, variableReference } from './variableReference.ts';
import { VariableRefusals } from './variableRefusals.ts';

/** How a literal becomes a variable without a value: edits of the scanned text, not overlapping. */
export interface VariablePlan {
  readonly variable: string;
  /** What the variable has to hold, so that every expression comes to what it came to before. */
  readonly value: string;
  readonly edits: readonly TextEdit[];
}

/**
 * Plans to replace a literal in a `.tf` file by `var.x` and to declare `x`, sensitive and without a default, at the end of the
 * file. The edited text is read again: `undefined` where the reference would not stand for exactly what it replaces, and in a
 * Data Action, where a variable would end as a plain value all the same.
 * @param others texts of the module's other files: what they declare, and what they make of the value
 * @param assigned texts of the variables files beside it: a value that waits there for a name would take the place of the moved one
 * @returns a text that says what to do instead, where Terraform refuses a sensitive variable
 */
export function planSensitiveVariable(
  file: FileText,
  detection: Detected,
  others: readonly string[] = [],
  assigned: readonly string[] = [],
): VariablePlan | MessageId | undefined {
  const hull = hullOf(file.text, detection.spans);
  if (!hull || !mayBecomeVariable(file, detection)) return undefined;
  const refused = new VariableRefusals(file, others).of(detection);
  if (refused) return refused;
  const taken = [...[file.text, ...others].flatMap(declaredVariables), ...assigned.flatMap(assignedVariables)];
  const variable = freeName(nameFor(detection.literal), taken);
  const reference = variableReference(file.text, hull, variable);
  if (!reference) return undefined;
  const edits = [reference.edit, declaration(file.text, variable)];
  if (!declaredVariables(applyEdits(file.text, edits)).includes(variable)) return undefined;
  return { variable, value: reference.value, edits };
}

const CONFIGURATION_NAME = /\.(?:tf|tofu)$/i;

/** Whether a plan is worth making: a look at the place alone, for the light bulb. */
export function mayBecomeVariable({ name, text }: FileText, { literal, spans, hit }: Detected): boolean {
  const { owner, role, path } = literal;
  if (owner.document !== 'terraform' || role === 'comment' || role === 'text' || !path) return false;
  if (terraformRemedy(literal) === 'explain.terraform.action') return false;
  return hit.class === 'hard-coded' && CONFIGURATION_NAME.test(name) && hullOf(text, spans) !== undefined;
}

/** The names of the variables that a file declares. */
export function declaredVariables(text: string): readonly string[] {
  return moduleRoots(text).flatMap(declaredIn);
}

/** The names that a variables file gives values to, in HCL or JSON. */
function assignedVariables(text: string): readonly string[] {
  return moduleRoots(text).flatMap((root) => namedIn(root).map(({ name }) => name));
}

/**
 * The edit of a variables file that gives a variable its value, at the end; `undefined` where it has one already, or where HCL
 * cannot write the value.
 */
export function variableAssignment(text: string, variable: string, value: string): TextEdit | undefined {
  const written = hclStringCodec.rewrite?.(value);
  if (written === undefined || valuesOf(text, variable).length > 0) return undefined;
  const line = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text === '' || text.endsWith('\n') ? '' : line;
  const edit = { start: text.length, end: text.length, text: `${gap}${variable} = ${written}${line}` };
  // Behind something that is still open the assignment would be a part of it.
  return valuesOf(applyEdits(text, [edit]), variable).join() === value ? edit : undefined;
}

function valuesOf(text: string, variable: string): readonly (string | undefined)[] {
  return namedIn(parseHcl(text).root)
    .filter(({ name }) => name === variable)
    .map(({ value }) => (value.kind === 'scalar' ? value.value : undefined));
}

function declaredIn(root: MapNode): readonly string[] {
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
