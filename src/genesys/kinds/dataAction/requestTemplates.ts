import type { Literal, Owner, Role } from '../../../engine/detect/contract/index.ts';
import {
  hasGluedComments,
  type VelocityPart,
  type VelocityString,
  velocityCodec,
  velocityWrittenCodec,
} from '../../../engine/languages/velocity/index.ts';
import { type Codec, joinTexts, type KeyPath, type MappedText } from '../../../engine/text/index.ts';
import type { ScalarNode, SourceNode } from '../../../engine/tree/index.ts';
import { addUrlParts, addWithEmbedded } from '../../places/index.ts';
import { BASE64, TemplateUses } from './templateUses.ts';

/** Adds the literals of a URL template: the whole, its userinfo and query, and the arguments of its macros. */
export function addUrlTemplate(template: MappedText, path: KeyPath, owner: Owner, out: Literal[]): void {
  for (const whole of wholeTemplates(template, 'url', path, owner)) {
    out.push(whole);
    addUrlParts(whole.text, whole, out);
  }
  addMacroArguments(template, path, owner, out);
}

/** A header as its notation writes it. */
export interface Header {
  readonly name: string;
  readonly key: ScalarNode;
  readonly value: SourceNode;
}

/** Adds the literals of one header: its name, its value, and the arguments of the value's macros. */
export function addHeader({ name, key, value }: Header, path: KeyPath, owner: Owner, out: Literal[]): void {
  out.push({ text: key.text, role: 'header-name', path, owner });
  if (value.kind !== 'scalar') return;
  for (const whole of wholeTemplates(value.text, 'header', path, owner)) addWithEmbedded({ ...whole, name }, out);
  addMacroArguments(value.text, path, owner, out, name);
}

/** Adds the literals of a request body: the whole, its fields in whatever notation, and the arguments of its macros. */
export function addRequestBody(template: MappedText, path: KeyPath, owner: Owner, out: Literal[]): void {
  for (const whole of wholeTemplates(template, 'body', path, owner)) addWithEmbedded(whole, out);
  addMacroArguments(template, path, owner, out);
}

/**
 * The whole of a template as it is sent, and as it stands there, where an engine takes a part of a value for a comment: what
 * is sent is less then, but the value is there to be found.
 */
function wholeTemplates(template: MappedText, role: Role, path: KeyPath, owner: Owner): readonly Literal[] {
  const sent = wholeAs(velocityCodec, template, role, path, owner);
  if (!hasGluedComments(template.text)) return [sent];
  return [sent, wholeAs(velocityWrittenCodec, template, role, path, owner)];
}

function wholeAs(codec: Codec, template: MappedText, role: Role, path: KeyPath, owner: Owner): Literal {
  const open = openCall(template);
  const closed = open ? template.slice(0, open.index) : template;
  return { text: closed.decode(codec), role, path, owner, template, form: 'plain' };
}

/** Whether a template may hold a string that is an argument: most have a sign and quotes, but no bracket. */
function mayCall(template: string): boolean {
  return template.includes('(') && /[$#]/.test(template);
}

/** String arguments of macros and directives: `$encoding.base64("…")`, `#set($x = "…")`, `#if($x == "…")`. */
function addMacroArguments(template: MappedText, path: KeyPath, owner: Owner, out: Literal[], header?: string): void {
  if (!mayCall(template.text)) return;
  const inHeader: Place | undefined = header === undefined ? undefined : { role: 'header', name: header };
  const uses = new TemplateUses(template.text);
  for (const part of uses.parts) {
    if (part.strings.length === 0) continue;
    const around = inHeader ?? fieldBefore(template.text, part.start);
    const joined = uses.concatenations(part);
    const alone = part.strings.filter((string) => !joined.some(({ parts }) => parts.includes(string)));
    for (const argument of alone) {
      const text = template.slice(argument.start, argument.end).decode(uses.strings);
      out.push({ text, path, owner, template, form: 'macro-string', ...placeOfArgument(argument, part, uses, around) });
    }
    for (const { parts, name } of joined) {
      const text = joinTexts(parts.map(({ start, end }) => template.slice(start, end).decode(uses.strings)));
      out.push({ text, path, owner, template, form: 'macro-string', ...variable(name, uses) });
    }
  }
  for (const { start, end, name } of uses.definitions()) {
    const text = template.slice(start, end).decode(uses.texts);
    out.push({ text, path, owner, template, form: 'plain', ...variable(name, uses) });
  }
  const open = openArgument(template, inHeader);
  if (open) out.push({ ...open, path, owner });
}

/** `#set($name = "…` and `$macro("…`, not closed until the end: half typed. */
const OPEN_CALL =
  /(?:#@?set\(\s{0,8}\$!?\{?([\w-]{1,100})\}?\s{0,8}=|\$!?\{?([A-Za-z][\w.]{0,100})\()\s{0,8}["']([^"']+)["']?\s*$/;

function openCall({ text }: MappedText): RegExpExecArray | undefined {
  return mayCall(text) ? (OPEN_CALL.exec(text) ?? undefined) : undefined;
}

/** The string of a call that is still being typed. It is part of no template yet, so no reference is written into it. */
function openArgument(template: MappedText, inHeader: Place | undefined): (Place & Pick<Literal, 'text'>) | undefined {
  const open = openCall(template);
  if (!open) return undefined;
  const [whole, variable, macro, value = ''] = open;
  const start = open.index + whole.lastIndexOf(value);
  const text = template.slice(start, start + value.length);
  if (variable !== undefined) return { role: 'template-variable', name: variable, text };
  return { ...ofMacro(macro ?? '', inHeader ?? fieldBefore(template.text, open.index)), text };
}

interface Place {
  readonly role: Role;
  readonly name: string;
}

function placeOfArgument(
  argument: VelocityString,
  part: VelocityPart,
  uses: TemplateUses,
  around: Place | undefined,
): Partial<Place> & Pick<Place, 'role'> {
  if (argument.use === 'comparison') return { role: 'comparison' };
  if (argument.key !== undefined) return { role: 'template-variable', name: argument.key };
  if (argument.use === 'assignment') return variable(argument.callee.slice('set:'.length), uses);
  const parameter = part.kind === 'directive' ? uses.parameter(argument.callee, argument.position) : undefined;
  return parameter === undefined ? ofMacro(argument.callee, around) : variable(parameter, uses);
}

/** What a variable is for: its name tells, unless a macro makes base64 of it. */
function variable(name: string, uses: TemplateUses): Place {
  return uses.isEncoded(name) ? { role: 'macro-argument', name: BASE64 } : { role: 'template-variable', name };
}

function ofMacro(callee: string, around: Place | undefined): Place {
  return callee === BASE64 || !around ? { role: 'macro-argument', name: callee } : around;
}

/** Names longer than this tell nothing. */
const LONGEST_NAME = 100;
const QUERY_KEY = /[?&]([^\s?&=#"'<>{}]+)=$/;
const FIELD_KEY = /"([^"\\\n]+)"\s{0,8}:\s{0,8}"$|<([\w.:-]+)>$|^([\w.-]+)=$/;

/** The query key or body field whose whole value begins at `start`: `?key=$esc.url("…")`, `"key": "$esc.jsonString("…")"`. */
function fieldBefore(template: string, start: number): Place | undefined {
  const before = template.slice(Math.max(0, start - LONGEST_NAME), start);
  const key = QUERY_KEY.exec(before)?.[1];
  if (key !== undefined) return { role: 'query', name: key };
  const [, json, xml, form] = FIELD_KEY.exec(before) ?? [];
  const name = json ?? xml ?? form;
  return name === undefined ? undefined : { role: 'body-field', name };
}
