import type { Literal, Owner } from '../../engine/detect/contract/index.ts';
import { isRare } from '../../engine/detect/judge/index.ts';
import { type BodyField, bodyFields, parseUrl, percentCodec, urlsIn } from '../../engine/languages/http/index.ts';
import { parseJsonText } from '../../engine/languages/json/index.ts';
import { parseVelocity, velocityOutputCodec, velocityStringsIn } from '../../engine/languages/velocity/index.ts';
import { type KeyPath, keyPath, type MappedText } from '../../engine/text/index.ts';
import type { SourceNode } from '../../engine/tree/index.ts';
import { markRecovered } from './recovered.ts';

/** Nothing shorter holds a URL with a credential, or a body with one. */
const SHORTEST = 10;

/**
 * A literal together with what stands inside it: parts of URLs, fields of a JSON, form or XML body. Of two readings of the same
 * characters the later one is kept, so that of the field comes last: it knows the notation.
 */
export function withEmbedded(literal: Literal): Literal[] {
  const literals: Literal[] = [];
  addWithEmbedded(literal, literals);
  return literals;
}

/** The same, added to other literals. */
export function addWithEmbedded(literal: Literal, out: Literal[]): void {
  out.push(literal);
  if (mayEmbed(literal.text)) addEmbedded(literal, out);
}

/** Whether anything can stand in a text: nearly all of a flow's are too short and too plain. */
function mayEmbed(mapped: MappedText): boolean {
  if (mapped.atMost < SHORTEST) return false;
  const { text } = mapped;
  return text.length >= SHORTEST && (text.includes('://') || looksStructured(text));
}

/** Adds what stands inside a literal, without itself. */
export function addEmbedded(literal: Literal, out: Literal[]): void {
  const { text } = literal.text;
  addUrls(literal, text, out);
  if (looksStructured(text)) addFields(literal, out);
}

/** Adds what an action writes into its output: nothing there can be a reference, so no template is passed on. */
export function addOutput(template: MappedText, path: KeyPath, owner: Owner, out: Literal[]): void {
  out.push({ text: template, role: 'success-template', path, owner });
  for (const named of [bodyFields(template.decode(velocityOutputCodec), parseJsonText), assignedTexts(template)])
    for (const { name, text, isRecovered } of named)
      out.push({ text, role: 'response-default', name, path, owner, ...(isRecovered && { isRecovered }) });
}

const OUTPUT_STRINGS = velocityStringsIn({ roots: 'any' });
const SETS = /#@?set/;

/** What `#set($name = "…")` assigns. */
function assignedTexts(template: MappedText): Pick<BodyField, 'name' | 'text' | 'isRecovered'>[] {
  if (!SETS.test(template.text)) return [];
  return parseVelocity(template.text).flatMap(({ strings }) =>
    strings
      .filter(({ use }) => use === 'assignment')
      .map(({ start, end, callee }) => ({
        name: callee.slice('set:'.length),
        text: template.slice(start, end).decode(OUTPUT_STRINGS),
      })),
  );
}

/** Adds the strings of a JSON fragment that stands in a string, e.g. a default value of an output. */
export function addJsonFragment(fragment: MappedText, path: KeyPath, owner: Owner, name: string, out: Literal[]): void {
  const visit = (node: SourceNode, at: KeyPath, key: string): void => {
    if (node.kind === 'scalar') out.push({ text: node.text, role: 'response-default', name: key, path: at, owner });
    else if (node.kind === 'seq') node.items.forEach((item, i) => visit(item, keyPath(at, i), key));
    else {
      for (const entry of node.entries) {
        const inner = entry.key.value;
        if (entry.value) visit(entry.value, keyPath(at, inner), inner);
      }
    }
  };
  const from = out.length;
  const { roots, problems } = parseJsonText(fragment);
  for (const root of roots) visit(root, path, name);
  if (problems.length > 0) markRecovered(out, from);
}

function addFields(literal: Literal, out: Literal[]): void {
  for (const { name, text, form, isRecovered } of bodyFields(literal.text, parseJsonText)) {
    const path = keyPath(literal.path, name);
    const isGuess = isRecovered || (form === 'form-value' && mayBeJoined(literal));
    const field: Literal = { ...literal, role: 'body-field', name, text, form, path };
    const inner: Literal = isGuess ? { ...field, isRecovered: true } : field;
    out.push(inner);
    addUrls(inner, text.text, out);
  }
}

/**
 * Documents of lines, where a line break that is lost makes a value and the next name one word: `first=valueNEXT=value`. What
 * looks like a form there may be that.
 */
const OF_LINES: ReadonlySet<string> = new Set(['environment', 'gc-config', 'pipeline', 'shell-script']);

function mayBeJoined({ role, owner }: Literal): boolean {
  return OF_LINES.has(owner.document) && role !== 'body';
}

/** A cheap look before a body is read: most values of a flow are no bodies. */
function looksStructured(text: string): boolean {
  return text.includes('=') || text.includes('{') || text.includes('<');
}

function addUrls(literal: Literal, text: string, out: Literal[]): void {
  if (text.includes('://')) for (const url of urlsIn(literal.text)) addUrlParts(url, literal, out);
}

/** Adds the parts of a URL where credentials stand: `user:password@` and the values of the query. */
export function addUrlParts(url: MappedText, around: Literal, out: Literal[]): void {
  const { userinfo = halfTyped(url), query } = parseUrl(url);
  const inBody = around.form !== undefined && around.form !== 'plain';
  if (userinfo) {
    const form = inBody ? around.form : 'url-userinfo';
    out.push({ ...around, role: 'url-userinfo', text: userinfo.decode(percentCodec), form });
  }
  for (const { name, value } of query) {
    const form = inBody ? around.form : 'url-query';
    out.push({ ...around, role: 'query', name: name.text, text: value.decode(percentCodec), form });
  }
}

const OPEN_USERINFO = /^\s*[A-Za-z][\w+.-]{1,24}:\/\/([^\s:/?#@[\]]{1,100}:(?!\d{1,5}$)([^\s:/?#@]{8,200}))$/;

/** `https://user:password` where nothing follows yet: a host has a port there, and that is a number. */
function halfTyped(url: MappedText): MappedText | undefined {
  const [, pair = '', password = ''] = OPEN_USERINFO.exec(url.text) ?? [];
  return isRare(password) ? url.slice(url.length - pair.length) : undefined;
}
