import type { Literal, Owner } from '../../../engine/detect/contract/index.ts';
import { type KeyPath, keyPath, type MappedText } from '../../../engine/text/index.ts';
import { childOf, type SeqNode, type SourceNode, textOf } from '../../../engine/tree/index.ts';
import { withEmbedded } from '../../places/index.ts';

const OWNER: Owner = { document: 'postman' };
/** A line of headers that are written as one text. */
const HEADER_LINE = /^([A-Za-z][\w-]{0,80}):[ \t]*(.*)$/gm;
/** `set("name", "value")`, `name: "value"`, `name = "value"` of a script. */
const GIVEN = /(?:["']([A-Za-z_][\w.-]{0,80})["']|\b([A-Za-z_]\w{0,80}))\s{0,8}[,:=]\s{0,8}(["'`])([^"'`\n]{4,400})\3/g;

/** Headers, API keys, scripts, and texts that are whole bodies or URLs; nothing for any other part of a collection. */
export function requestParts(node: SourceNode, name: string, path: KeyPath): readonly Literal[] | undefined {
  const text = textOf(node);
  if (name === 'header' || name === 'headers') return headers(node, path);
  if (name === 'apikey' && node.kind === 'seq') return apiKey(node, path);
  if (name === 'exec' && text) return script(text, path);
  if (!text || (name !== 'raw' && name !== 'url')) return undefined;
  return withEmbedded({ text, role: path.parent?.segment === 'body' ? 'body' : 'url', path, owner: OWNER });
}

function headers(node: SourceNode, path: KeyPath): readonly Literal[] | undefined {
  if (node.kind === 'seq') return node.items.flatMap((item, i) => header(item, keyPath(path, i)));
  const text = textOf(node);
  if (!text?.text.includes(':')) return undefined;
  return Array.from(text.text.matchAll(HEADER_LINE), ({ 0: line, 1: name = '', 2: value = '', index }) => {
    const end = index + line.length;
    return named(name, text.slice(end - value.length, end), path);
  });
}

function header(item: SourceNode, path: KeyPath): Literal[] {
  const [name, text] = [textOf(childOf(item, 'key'))?.text, textOf(childOf(item, 'value'))];
  return text ? [named(name ?? '', text, path)] : [];
}

function named(name: string, text: MappedText, path: KeyPath): Literal {
  return { text, role: 'header', ...(name === '' ? {} : { name }), path, owner: OWNER };
}

/** `[{"key": "key", "value": "X-API-Key"}, {"key": "value", "value": "…"}]` */
function apiKey({ items }: SeqNode, path: KeyPath): Literal[] {
  const partOf = (key: string): MappedText | undefined =>
    textOf(
      childOf(
        items.find((item) => textOf(childOf(item, 'key'))?.text === key),
        'value',
      ),
    );
  const text = partOf('value');
  return text ? [named(partOf('key')?.text ?? 'api-key', text, path)] : [];
}

function script(text: MappedText, path: KeyPath): Literal[] {
  const given = Array.from(
    text.text.matchAll(GIVEN),
    ({ 0: whole, 1: quoted, 2: bare, 4: value = '', index }): Literal => {
      const end = index + whole.length - 1;
      const name = quoted ?? bare ?? '';
      return {
        text: text.slice(end - value.length, end),
        role: 'variable',
        name,
        path: keyPath(path, name),
        owner: OWNER,
      };
    },
  );
  return [...withEmbedded({ text, role: 'text', path, owner: OWNER }), ...given];
}
