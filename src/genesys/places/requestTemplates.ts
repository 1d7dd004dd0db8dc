import type { Literal, Owner, Role } from '../../engine/detect/literal.ts';
import { parseVelocity } from '../../engine/parse/velocity.ts';
import type { KeyPath } from '../../engine/text/keyPath.ts';
import type { MappedText } from '../../engine/text/mappedText.ts';
import { velocityCodec } from '../../engine/text/velocityCodec.ts';
import { velocityStringCodec } from '../../engine/text/velocityStringCodec.ts';
import { urlParts, withEmbedded } from './embedded.ts';
import type { ReadEntry } from './entries.ts';

/** The literals of a URL template: the whole, its userinfo and query, and the arguments of its macros. */
export function urlTemplateLiterals(template: MappedText, path: KeyPath, owner: Owner): Literal[] {
  const whole = wholeTemplate(template, 'url', path, owner);
  return [whole, ...urlParts(whole.text, whole), ...macroArguments(template, path, owner)];
}

/** The literals of one header: its name, its value, and the arguments of the value's macros. */
export function headerLiterals({ key, keyNode, value }: ReadEntry, path: KeyPath, owner: Owner): Literal[] {
  const name: Literal = { text: keyNode.text, role: 'header-name', path, owner };
  if (value.kind !== 'scalar') return [name];
  const whole = { ...wholeTemplate(value.text, 'header', path, owner), name: key };
  return [name, ...withEmbedded(whole), ...macroArguments(value.text, path, owner, key)];
}

/** The literals of a request body: the whole, its fields in whatever notation, and the arguments of its macros. */
export function requestBodyLiterals(template: MappedText, path: KeyPath, owner: Owner): Literal[] {
  const whole = wholeTemplate(template, 'body', path, owner);
  return [...withEmbedded(whole), ...macroArguments(template, path, owner)];
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
function macroArguments(template: MappedText, path: KeyPath, owner: Owner, header?: string): Literal[] {
  if (!mayCall(template.text)) return [];
  const closed = parseVelocity(template.text).flatMap((part) => {
    if (part.strings.length === 0) return [];
    const around: Place | undefined =
      header === undefined ? fieldBefore(template.text, part.start) : { role: 'header', name: header };
    return part.strings.map((argument): Literal => {
      const text = template.slice(argument.start, argument.end).decode(velocityStringCodec);
      const common = { text, path, owner, template, form: 'macro-string' } as const;
      return argument.use === 'comparison'
        ? { ...common, role: 'comparison' }
        : { ...common, ...placeOfArgument(argument.callee, around) };
    });
  });
  const open = openArgument(template, header);
  return open ? [...closed, { ...open, path, owner }] : closed;
}

/** `#set($name = "…` and `$macro("…`, not closed until the end: half typed. */
const OPEN_CALL =
  /(?:#@?set\(\s{0,8}\$!?\{?([\w-]{1,100})\}?\s{0,8}=|\$!?\{?([A-Za-z][\w.]{0,100})\()\s{0,8}["']([^"']+)["']?\s*$/;

function openCall({ text }: MappedText): RegExpExecArray | undefined {
  return mayCall(text) ? (OPEN_CALL.exec(text) ?? undefined) : undefined;
}

/** The string of a call that is still being typed. It is part of no template yet, so no reference is written into it. */
function openArgument(template: MappedText, header: string | undefined): (Place & Pick<Literal, 'text'>) | undefined {
  const open = openCall(template);
  if (!open) return undefined;
  const [whole, variable, macro, value = ''] = open;
  const start = open.index + whole.lastIndexOf(value);
  const text = template.slice(start, start + value.length);
  if (variable !== undefined) return { role: 'template-variable', name: variable, text };
  const around: Place | undefined =
    header === undefined ? fieldBefore(template.text, open.index) : { role: 'header', name: header };
  return { ...placeOfArgument(macro ?? '', around), text };
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
