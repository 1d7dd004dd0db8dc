import { type Marked, mapMarked } from './marks.ts';

/** How values are written in the notations that files nest: each takes and gives marked text. */

export function jsonString(text: Marked): Marked {
  return JSON.stringify(text);
}

/** Nobody encodes a placeholder or a reference: without a planted value only spaces change. */
export function percentEncoded(text: Marked): Marked {
  if (!/[\uE000-\uE003]/.test(text)) return text.replace(/ /g, '%20');
  return mapMarked(text, (part) => encodeURIComponent(part));
}

export function xmlText(text: Marked): Marked {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** A quoted HCL template without interpolation. */
export function hclString(text: Marked): Marked {
  return JSON.stringify(text).replace(/([$%])\{/g, '$1$1{');
}

/** Every third character of the value as `\u` escape; the text stands between double quotes already. */
export function withUnicodeEscapes(quoted: Marked): Marked {
  return mapMarked(quoted, (part, isValue) => {
    if (!isValue) return part;
    let n = 0;
    return part.replace(/\\u[0-9a-f]{4}|\\.|[0-9A-Za-z]/gu, (piece) => {
      if (piece.length > 1 || n++ % 3 !== 1) return piece;
      return `\\u${piece.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
  });
}

export function indented(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}

/** The ways YAML writes a scalar. */
export type YamlStyle =
  | 'plain'
  | 'single'
  | 'double'
  | 'escaped'
  | 'literal'
  | 'folded'
  | 'broken-double'
  | 'comment-behind';

export const YAML_STYLES: readonly YamlStyle[] = [
  'plain',
  'single',
  'double',
  'escaped',
  'literal',
  'folded',
  'broken-double',
  'comment-behind',
];

/** `key: value` with the value in a style; plain becomes single where the value does not allow it. */
export function yamlEntry(key: string, value: Marked, style: YamlStyle): Marked {
  return `${key}:${yamlValue(value, style)}`;
}

function yamlValue(value: Marked, style: YamlStyle): Marked {
  const isBlock = style === 'literal' || style === 'folded';
  if (isBlock && !/^[\uE000-\uE003]*\s|\r|[^\S\n]$/.test(value)) return block(value, style);
  if (value.includes('\n')) return ` ${JSON.stringify(value)}`;
  if (style === 'single') return ` ${single(value)}`;
  if (style === 'comment-behind') return ` ${single(value)} # from the portal`;
  if (style === 'escaped') return ` ${withUnicodeEscapes(JSON.stringify(value))}`;
  if (style === 'broken-double') return ` ${broken(value)}`;
  if (style === 'double' || isBlock) return ` ${JSON.stringify(value)}`;
  return ` ${isPlain(value) ? value : single(value)}`;
}

function block(value: Marked, style: 'literal' | 'folded'): Marked {
  const isFolded = style === 'folded' && !value.includes('\n');
  return ` ${isFolded ? '>-' : '|-'}\n${indented(value, 2)}`;
}

function single(value: Marked): Marked {
  return `'${value.replace(/'/g, "''")}'`;
}

/** A double-quoted scalar with an escaped line break in the middle of the value. */
function broken(value: Marked): Marked {
  const quoted = JSON.stringify(value);
  return mapMarked(quoted, (part, isValue) => {
    const at = Math.floor(part.length / 2);
    const isWhole = isValue && part.length > 8 && !/["\\ \t\uD800-\uDFFF]/.test(part);
    return isWhole ? `${part.slice(0, at)}\\\n    ${part.slice(at)}` : part;
  });
}

function isPlain(value: Marked): boolean {
  const text = value.replace(/[\uE000-\uE003]/g, '');
  if (/^(?:[-?:]?\s|[-?:,[\]{}#&*!|>'"%@`=~]|$)|: |\s#|:$|[\s\n]$|\n/.test(text)) return false;
  return (
    Number.isNaN(Number(text)) &&
    !/^(?:true|false|null|yes|no|on|off|\.nan|\.inf)$/i.test(text) &&
    !/^[\d.:_eE+-]+$/.test(text)
  );
}
