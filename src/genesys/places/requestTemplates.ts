import type { Literal, Owner, Role } from '../../engine/detect/literal.ts';
import type { ScalarNode, SourceNode } from '../../engine/parse/node.ts';
import { parseVelocity } from '../../engine/parse/velocity.ts';
import type { KeyPath } from '../../engine/text/keyPath.ts';
import type { MappedText } from '../../engine/text/mappedText.ts';
import { velocityCodec } from '../../engine/text/velocityCodec.ts';
import { velocityStringCodec } from '../../engine/text/velocityStringCodec.ts';
import { addUrlParts, addWithEmbedded } from './embedded.ts';

/** Adds the literals of a URL template: the whole, its userinfo and query, and the arguments of its macros. */
export function addUrlTemplate(template: MappedText, path: KeyPath, owner: Owner, out: Literal[]): void {
  const whole = wholeTemplate(template, 'url', path, owner);
  out.push(whole);
  addUrlParts(whole.text, whole, out);
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
  addWithEmbedded({ ...wholeTemplate(value.text, 'header', path, owner), name }, out);
  addMacroArguments(value.text, path, owner, out, name);
}

/** Adds the literals of a request body: the whole, its fields in whatever notation, and the arguments of its macros. */
export function addRequestBody(template: MappedText, path: KeyPath, owner: Owner, out: Literal[]): void {
  addWithEmbedded(wholeTemplate(template, 'body', path, owner), out);
  addMacroArguments(template, path, owner, out);
}

function wholeTemplate(template: MappedText, role: Role, path: KeyPath, owner: Owner): Literal {
  const open = openCall(template);
  const closed = open ? template.slice(0, open.index) : template;
  return { text: closed.decode(velocityCodec), role, path, owner, template, form: 'plain' };
}

/** Whether a template may hold a string that is an argument: most have a sign and quotes, but no bracket. */
function mayCall(template: string): boolean {
  return template.includes('(') && /[$#]/.test(template) && /["']/.test(template);
}

/** String arguments of macros and directives: `$encoding.base64("…")`, `#set($x = "…")`, `#if($x == "…")`. */
function addMacroArguments(template: MappedText, path: KeyPath, owner: Owner, out: Literal[], header?: string): void {
  if (!mayCall(template.text)) return;
  const inHeader: Place | undefined = header === undefined ? undefined : { role: 'header', name: header };
  for (const { strings, start } of parseVelocity(template.text)) {
    if (strings.length === 0) continue;
    const around = inHeader ?? fieldBefore(template.text, start);
    for (const argument of strings) {
      const text = template.slice(argument.start, argument.end).decode(velocityStringCodec);
      const place: Partial<Place> & Pick<Place, 'role'> =
        argument.use === 'comparison' ? { role: 'comparison' } : placeOfArgument(argument.callee, around);
      out.push({ text, path, owner, template, form: 'macro-string', ...place });
    }
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
  return { ...placeOfArgument(macro ?? '', inHeader ?? fieldBefore(template.text, open.index)), text };
}

interface Place {
  readonly role: Role;
  readonly name: string;
}

function placeOfArgument(callee: string, around: Place | undefined): Place {
  if (callee.startsWith('set:')) return { role: 'template-variable', name: callee.slice('set:'.length) };
  if (callee === 'encoding.base64' || !around) return { role: 'macro-argument', name: callee };
  return around;
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
