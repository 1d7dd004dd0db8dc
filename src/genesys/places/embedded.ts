import type { Literal, Owner } from '../../engine/detect/literal.ts';
import { bodyFields } from '../../engine/parse/body.ts';
import { parseJsonText } from '../../engine/parse/json.ts';
import type { SourceNode } from '../../engine/parse/node.ts';
import { parseUrl, urlsIn } from '../../engine/parse/url.ts';
import { parseVelocity } from '../../engine/parse/velocity.ts';
import { type KeyPath, keyPath } from '../../engine/text/keyPath.ts';
import type { MappedText } from '../../engine/text/mappedText.ts';
import { percentCodec } from '../../engine/text/percentCodec.ts';
import { velocityCodec } from '../../engine/text/velocityCodec.ts';
import { velocityStringCodec } from '../../engine/text/velocityStringCodec.ts';

/** Nothing shorter holds a URL with a credential, or a body with one. */
const SHORTEST = 10;

/**
 * A literal together with what stands inside it: parts of URLs, fields of a JSON, form or XML body. Of two readings of the same
 * characters the later one is kept, so that of the field comes last: it knows the notation.
 */
export function withEmbedded(literal: Literal): Literal[] {
  return mayEmbed(literal.text) ? [literal, ...embedded(literal)] : [literal];
}

/** Whether `embedded` can find something in a text: nearly all of a flow's are too short and too plain. */
export function mayEmbed(mapped: MappedText): boolean {
  if (mapped.atMost < SHORTEST) return false;
  const { text } = mapped;
  return text.length >= SHORTEST && (text.includes('://') || looksStructured(text));
}

/** What stands inside a literal, without itself. */
export function embedded(literal: Literal): Literal[] {
  const text = literal.text.text;
  return [...urlsOf(literal, text), ...fieldsOf(literal, text)];
}

/** What an action writes into its output: nothing there can be a reference, so no template is passed on. */
export function insideOutput(template: MappedText, path: KeyPath, owner: Owner): Literal[] {
  const whole: Literal = { text: template, role: 'success-template', path, owner };
  const sent = bodyFields(template.decode(velocityCodec), parseJsonText);
  const named = [...sent, ...assignedTexts(template)];
  return [whole, ...named.map(({ name, text }): Literal => ({ text, role: 'response-default', name, path, owner }))];
}

const SETS = /#@?set/;

/** What `#set($name = "…")` assigns. */
function assignedTexts(template: MappedText): { readonly name: string; readonly text: MappedText }[] {
  if (!SETS.test(template.text)) return [];
  return parseVelocity(template.text).flatMap(({ strings }) =>
    strings
      .filter(({ use }) => use === 'assignment')
      .map(({ start, end, callee }) => ({
        name: callee.slice('set:'.length),
        text: template.slice(start, end).decode(velocityStringCodec),
      })),
  );
}

/** The strings of a JSON fragment that stands in a string, e.g. a default value of an output. */
export function jsonFragmentLiterals(fragment: MappedText, path: KeyPath, owner: Owner, name: string): Literal[] {
  const literals: Literal[] = [];
  const visit = (node: SourceNode, at: KeyPath, key: string): void => {
    if (node.kind === 'scalar')
      literals.push({ text: node.text, role: 'response-default', name: key, path: at, owner });
    else if (node.kind === 'seq') node.items.forEach((item, i) => visit(item, keyPath(at, i), key));
    else {
      for (const entry of node.entries) {
        const inner = entry.key.value;
        if (entry.value) visit(entry.value, keyPath(at, inner), inner);
      }
    }
  };
  for (const root of parseJsonText(fragment).roots) visit(root, path, name);
  return literals;
}

function fieldsOf(literal: Literal, text: string): Literal[] {
  if (!looksStructured(text)) return [];
  return bodyFields(literal.text, parseJsonText).flatMap((field) => {
    const inner: Literal = {
      ...literal,
      role: 'body-field',
      name: field.name,
      text: field.text,
      form: field.form,
      path: keyPath(literal.path, field.name),
    };
    return [inner, ...urlsOf(inner, field.text.text)];
  });
}

/** A cheap look before a body is read: most values of a flow are no bodies. */
function looksStructured(text: string): boolean {
  return text.includes('=') || text.includes('{') || text.includes('<');
}

function urlsOf(literal: Literal, text: string): Literal[] {
  return text.includes('://') ? urlsIn(literal.text).flatMap((url) => urlParts(url, literal)) : [];
}

/** The parts of a URL where credentials stand: `user:password@` and the values of the query. */
export function urlParts(url: MappedText, around: Literal): Literal[] {
  const { userinfo, query } = parseUrl(url);
  const inBody = around.form !== undefined && around.form !== 'plain';
  const parts: Literal[] = [];
  if (userinfo) {
    const form = inBody ? around.form : 'url-userinfo';
    parts.push({ ...around, role: 'url-userinfo', text: userinfo.decode(percentCodec), ...(form ? { form } : {}) });
  }
  for (const { name, value } of query) {
    const form = inBody ? around.form : 'url-query';
    const text = value.decode(percentCodec);
    parts.push({ ...around, role: 'query', name: name.text, text, ...(form ? { form } : {}) });
  }
  return parts;
}
