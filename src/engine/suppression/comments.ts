import { bySpan, type Span } from '../../base/span.ts';
import { parseHcl } from '../languages/hcl/index.ts';
import { parseJson } from '../languages/json/index.ts';
import { parseYaml } from '../languages/yaml/yaml.ts';
import type { SourceNode } from '../tree/index.ts';
import type { Commented } from './commented.ts';
import { endOfBlock, endOfLine } from './lines.ts';

/** The notations whose comments can silence. JSON has comments where an editor allows them. */
export type CommentSyntax = 'yaml' | 'json' | 'hcl';

/** The comments of a file: by its name, `undefined` where it can have none. */
export function commentSyntaxOf(name: string): CommentSyntax | undefined {
  if (/\.ya?ml$/i.test(name)) return 'yaml';
  if (/\.jsonc?$/i.test(name)) return 'json';
  return /\.(?:tf|tofu|tfvars(?:\.\w+)?|tfbackend|hcl)$/i.test(name) ? 'hcl' : undefined;
}

/** Reads comments with the parser of the notation, so that nothing inside a value counts. Linear; never throws. */
export function readComments(text: string, syntax: CommentSyntax): Commented {
  if (syntax === 'hcl') return readHcl(text);
  const values = scalarsIn((syntax === 'json' ? parseJson(text) : parseYaml(text)).roots);
  if (syntax === 'json') return { values, comments: commentsBetween(text, values, slashComment) };
  const bodies = values.map((value) => bodyOf(text, value));
  return { values, comments: commentsBetween(text, bodies, hashComment) };
}

/** A block scalar without its header, behind which a comment can stand. */
function bodyOf(text: string, { start, end }: Span): Span {
  const first = text.charAt(start);
  const isBlock = first === '|' || first === '>';
  return { start: isBlock ? Math.min(endOfLine(text, start), end) : start, end };
}

function readHcl(text: string): Commented {
  const { root, comments, doubtful } = parseHcl(text);
  return { values: [...scalarsIn([root]), ...doubtful].sort(bySpan), comments };
}

function scalarsIn(roots: readonly SourceNode[]): Span[] {
  const found: Span[] = [];
  const open: SourceNode[] = [...roots];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'scalar') {
      if (node.end > node.start) found.push(node);
    } else if (node.kind === 'seq') for (const item of node.items) open.push(item);
    else {
      for (const { key, value } of node.entries) {
        open.push(key);
        if (value) open.push(value);
      }
    }
  }
  return found.sort(bySpan);
}

/** A comment that begins in a stretch between values; `undefined` where none does. */
type FindComment = (text: string, gap: Span) => Span | undefined;

function commentsBetween(text: string, values: readonly Span[], find: FindComment): Span[] {
  const comments: Span[] = [];
  let at = 0;
  for (const { start, end } of [...values, { start: text.length, end: text.length }]) {
    while (at < start) {
      const comment = find(text, { start: at, end: start });
      if (!comment) break;
      comments.push(comment);
      at = comment.end;
    }
    at = Math.max(at, end);
  }
  return comments;
}

function hashComment(text: string, { start, end }: Span): Span | undefined {
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) !== HASH) continue;
    if (at === 0 || ' \t\r\n\uFEFF'.includes(text.charAt(at - 1))) return { start: at, end: endOfLine(text, at) };
  }
  return undefined;
}

function slashComment(text: string, { start, end }: Span): Span | undefined {
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) !== SLASH) continue;
    const next = text.charCodeAt(at + 1);
    if (next === SLASH) return { start: at, end: endOfLine(text, at) };
    if (next === STAR) return { start: at, end: endOfBlock(text, at) };
  }
  return undefined;
}

const HASH = 35;
const STAR = 42;
const SLASH = 47;
