/**
 * Marks by which the agents of pipelines take a line of a log for an order or a heading: `##vso[…]`, `##[…]` (Azure Pipelines,
 * GitHub, wherever they stand), `##teamcity[…]`, `section_start:` (GitLab), `travis_fold:`.
 */
const SHARP = /#(?=#[\w.-]{0,40}\[)/g;
const FOLD = /(section|travis)_(?=(?:start|end|fold|time):)/gi;
/** Those that count at the beginning of a line: `::group::` (GitHub, also behind blanks), `---`, `+++`, `~~~` (Buildkite). */
const COMMAND_LINE = /^([^\S\n]*:)(?=:)/gm;
const HEADING_LINE = /^(?=---|\+\+\+|~~~|\^\^\^)/gm;
const BEGINS_ORDER = /^(?:::|---|\+\+\+|~~~|\^\^\^)/;
const COMMAND = /:(?=:)/g;

/** A text of lines in which no pipeline agent finds an order: a blank breaks each mark. Other texts stay as they are. */
export function withoutOrders(text: string): string {
  return text.replace(SHARP, '# ').replace(FOLD, '$1 _').replace(COMMAND_LINE, '$1 ').replace(HEADING_LINE, ' ');
}

/** The same for JSON: the marks are broken by escapes in its strings, so that it reads as before. */
export function withoutOrdersInJson(json: string): string {
  return json.replace(SHARP, '\\u0023').replace(FOLD, '$1\\u005f').replace(COMMAND, '\\u003a');
}

/** A relative path that begins a line: one that would be an order there is written from the folder on, and still opens. */
export function atLineStart(path: string): string {
  return BEGINS_ORDER.test(path) ? `./${path}` : path;
}
