import type { Dialect } from './dialect.ts';

/** What a template may read, by keyword: `input`, `credentials`, `authResponse`, `rawResult` and the variables of a translation map. */
export type RenderContext = Readonly<Record<string, unknown>>;

/**
 * What an engine makes of a template: its text, or why there is none. `broken`: the engine fails, so nothing is sent.
 * `unsure`: what it does is not known, or takes too long to find out. Neither is ever a request.
 */
export type Rendered = { readonly text: string } | { readonly failed: 'broken' | 'unsure' };

/**
 * Renders a Data Action template as an engine would: `renderTemplate`, which is loaded when it is needed. Never throws.
 */
export type Renderer = (template: string, context: RenderContext, dialect: Dialect) => Rendered;
