import type { Form } from '../../engine/detect/literal.ts';
import { parseVelocity, velocityReferences } from '../../engine/parse/velocity.ts';
import type { RenderContext, Renderer } from '../velocity/renderer.ts';
import type { Candidate } from './candidates.ts';

/** How close two renderings of a template are: `meaning` is equal after decoding, with other bytes. */
export type Sameness = 'bytes' | 'meaning' | 'different';

/**
 * Compares a template before and after a candidate, rendered with the fields the candidate would store. What the template
 * refers to is given made-up values, once present and once empty, so that both ways of a condition are seen; the template
 * is also compared with every branch laid open, and the replaced piece alone, for what no value of ours leads to.
 */
export function sameRequest(
  template: string,
  candidate: Candidate,
  form: Form | undefined,
  render: Renderer,
): Sameness {
  const after = template.slice(0, candidate.range.start) + candidate.text + template.slice(candidate.range.end);
  const piece = template.slice(candidate.range.start, candidate.range.end);
  const pairs: [string, string][] = [
    [template, after],
    [withoutBranches(template), withoutBranches(after)],
    form === 'macro-string' ? [unquoted(piece), unquoted(candidate.text)] : [piece, candidate.text],
  ];
  const contexts = [contextFor(template, 'value', candidate.fields), contextFor(template, '', candidate.fields)];
  let worst: Sameness = 'bytes';
  for (const [before, afterwards] of pairs) {
    for (const context of contexts) {
      const sameness = compare(render(before, context), render(afterwards, context), form);
      if (sameness === 'different') return 'different';
      if (sameness === 'meaning') worst = 'meaning';
    }
  }
  return worst;
}

/** Directives that decide whether and how often a text is sent. */
const BRANCHING: ReadonlySet<string> = new Set([
  'if',
  'elseif',
  'else',
  'end',
  'foreach',
  'break',
  'stop',
  'macro',
  'define',
]);

/** The template with the text of every branch, once. */
function withoutBranches(template: string): string {
  let open = '';
  let from = 0;
  for (const part of parseVelocity(template)) {
    if (part.kind !== 'directive' || !BRANCHING.has(part.name)) continue;
    open += template.slice(from, part.start);
    from = part.end;
  }
  return open + template.slice(from);
}

/** A piece of a macro's argument is compared as what the quotes hold. */
function unquoted(text: string): string {
  const quote = text.charAt(0);
  return (quote === '"' || quote === "'") && text.length > 1 && text.endsWith(quote) ? text.slice(1, -1) : text;
}

function contextFor(template: string, value: string, credentials: Readonly<Record<string, string>>): RenderContext {
  const context: Record<string, unknown> = {};
  for (const { path } of velocityReferences(template)) plant(context, path, value);
  return { ...context, credentials: { ...(context.credentials as object | undefined), ...credentials } };
}

/** Sets a made-up value at a dotted path, unless something stands there already. */
function plant(context: Record<string, unknown>, path: readonly string[], value: string): void {
  let at = context;
  for (const [i, segment] of path.entries()) {
    const known = Object.hasOwn(at, segment) ? at[segment] : undefined;
    if (i === path.length - 1) {
      if (known === undefined) at[segment] = value && `${value}-${path.join('-')}`;
    } else if (typeof known === 'object' && known !== null) at = known as Record<string, unknown>;
    else {
      const below: Record<string, unknown> = {};
      at[segment] = below;
      at = below;
    }
  }
}

function compare(before: string, after: string, form: Form | undefined): Sameness {
  if (before === after) return 'bytes';
  const read = form && READERS[form];
  return read && read(before) === read(after) ? 'meaning' : 'different';
}

/** What the receiver makes of a rendered text, for the notations where different bytes can mean the same. */
const READERS: Readonly<Partial<Record<Form, (text: string) => string>>> = {
  'url-query': (text) => piecesDecoded(text, /([&;=?#+])/),
  'url-userinfo': (text) => piecesDecoded(text, /([/:@?#])/),
  'form-value': (text) => piecesDecoded(text.replaceAll('+', ' '), /([&=])/),
  'json-string': (text) => jsonRead(text) ?? jsonRead(`"${text}"`) ?? text,
};

/** Decodes what stands between separators: an encoded separator is part of a value, a plain one is not. */
function piecesDecoded(text: string, separators: RegExp): string {
  return JSON.stringify(text.split(separators).map(percentDecoded));
}

/** A body, or the content of one of its strings, in one way of writing. */
function jsonRead(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Decodes what can be decoded; a broken escape stays as it is. */
function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}
