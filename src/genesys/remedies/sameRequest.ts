import type { Span } from '../../base/span.ts';
import type { Form } from '../../engine/detect/contract/index.ts';
import { percentDecoded } from '../../engine/languages/http/index.ts';
import { parseVelocity } from '../../engine/languages/velocity/index.ts';
import { DIALECTS, type Dialect, type RenderContext, type Rendered, type Renderer } from '../velocity/index.ts';
import type { Candidate } from './candidates.ts';
import { contextFor } from './madeUpContext.ts';
import { withoutBranches } from './withoutBranches.ts';

/** How close two renderings of a template are: `meaning` is equal after decoding, with other bytes. */
export type Sameness = 'bytes' | 'meaning' | 'different';

/**
 * Compares a template before and after a candidate, rendered with the fields the candidate would store, in every engine that
 * Genesys Cloud may have. What the template refers to is given made-up values, once present and once empty, so that both ways
 * of a condition are seen; the template is also compared with every branch laid open, and, where no value of ours shows the
 * replaced piece, that piece alone. An engine that cannot read the template as it is has sent nothing that could change.
 */
export function sameRequest(
  template: string,
  candidate: Candidate,
  form: Form | undefined,
  render: Renderer,
): Sameness {
  if (isCut(template, candidate.range)) return 'different';
  const { start, end } = candidate.range;
  const after = template.slice(0, start) + candidate.text + template.slice(end);
  const comparison = new Comparison(template, candidate, form, render);
  const whole = comparison.of(template, after);
  if (!whole.isRendered || whole.isUnsure) return 'different';
  const open = comparison.of(withoutBranches(template), withoutBranches(after));
  const compared = [whole, open];
  if (!whole.isShown && !open.isShown) {
    const pieces = [template.slice(start, end), candidate.text];
    const [piece = '', text = ''] = form === 'macro-string' ? pieces.map(encoded) : pieces;
    const alone = comparison.of(piece, text);
    if (!open.isRendered || !alone.isRendered || alone.isUnsure) return 'different';
    compared.push(alone);
  }
  return worst(compared.map(({ sameness }) => sameness));
}

/** Whether a comment takes the beginning or the end of a stretch, or goes on with what seems to be the same value. */
export function isCut(template: string, { start, end }: Span): boolean {
  if (/^(?:##\S|#\*(?![\s\S]*\*#))/.test(template.slice(end))) return true;
  if (!template.includes('#')) return false;
  const comments = parseVelocity(template).filter(({ kind }) => kind === 'comment');
  return [start, end - 1].some((at) => comments.some((comment) => comment.start <= at && at < comment.end));
}

/** How two texts compare in all engines and contexts. */
interface Compared {
  /** Among those that render both. */
  readonly sameness: Sameness;
  /** Whether any engine renders them. */
  readonly isRendered: boolean;
  /** Whether for any engine it is not known what it does. */
  readonly isUnsure: boolean;
  /** Whether the text depends on the values of the candidate. */
  readonly isShown: boolean;
}

class Comparison {
  readonly #form: Form | undefined;
  readonly #render: Renderer;
  /** What is rendered with, and the same with other values for the candidate's fields. */
  readonly #contexts: readonly (readonly [RenderContext, RenderContext])[];

  constructor(template: string, { fields }: Candidate, form: Form | undefined, render: Renderer) {
    this.#form = form;
    this.#render = render;
    const others = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, `${value}x`]));
    this.#contexts = ['value', ''].map((value) => [
      contextFor(template, value, fields),
      contextFor(template, value, others),
    ]);
  }

  of(before: string, after: string): Compared {
    const all = DIALECTS.flatMap((dialect) =>
      this.#contexts.map((each) => this.#compare(before, after, each, dialect)),
    );
    return {
      sameness: worst(all.map(({ sameness }) => sameness)),
      isRendered: all.some(({ isRendered }) => isRendered),
      isUnsure: all.some(({ isUnsure }) => isUnsure),
      isShown: all.some(({ isShown }) => isShown),
    };
  }

  #compare(
    before: string,
    after: string,
    [context, other]: readonly [RenderContext, RenderContext],
    dialect: Dialect,
  ): Compared {
    const [sent, sends] = [this.#render(before, context, dialect), this.#render(after, context, dialect)];
    if ('failed' in sent || 'failed' in sends) return failure(sent, sends);
    const changed = this.#render(after, other, dialect);
    const isShown = !('text' in changed) || changed.text !== sends.text;
    return { sameness: compare(sent.text, sends.text, this.#form), isRendered: true, isUnsure: false, isShown };
  }
}

/** An engine that cannot read the template as it is was never asked, or the action fails until now. */
function failure(before: Rendered, after: Rendered): Compared {
  const isUnsure = [before, after].some((each) => 'failed' in each && each.failed === 'unsure');
  return { sameness: 'failed' in before ? 'bytes' : 'different', isRendered: false, isUnsure, isShown: false };
}

function worst(all: readonly Sameness[]): Sameness {
  if (all.includes('different')) return 'different';
  return all.includes('meaning') ? 'meaning' : 'bytes';
}

/** A piece of a macro's argument, as the argument of one that shows every character. */
function encoded(text: string): string {
  const quote = text.charAt(0);
  const isQuoted = (quote === '"' || quote === "'") && text.length > 1 && text.endsWith(quote);
  return `$encoding.base64(${isQuoted ? text : `"${text}"`})`;
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
