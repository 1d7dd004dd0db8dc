/** What a template may read, by keyword: `input`, `credentials`, `authResponse`, `rawResult` and the variables of a translation map. */
export type RenderContext = Readonly<Record<string, unknown>>;

/**
 * Renders a Data Action template as Genesys Cloud would: `renderTemplate`, which is loaded when it is needed. What it cannot
 * read renders to itself; it never throws.
 */
export type Renderer = (template: string, context: RenderContext) => string;
