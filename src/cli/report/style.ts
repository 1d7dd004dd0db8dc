import type { Severity } from '../../engine/detect/contract/index.ts';

/** How parts of a line stand out on a terminal. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  severity(severity: Severity, text: string): string;
}

const PLAIN: Style = { bold: same, dim: same, severity: (_, text) => text };

/** SGR codes: red, yellow, blue, cyan. */
const SEVERITY_CODES: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 34, hint: 36 };

const COLOURED: Style = {
  bold: (text) => `\u001b[1m${text}\u001b[22m`,
  dim: (text) => `\u001b[2m${text}\u001b[22m`,
  severity: (severity, text) => `\u001b[${SEVERITY_CODES[severity]}m${text}\u001b[39m`,
};

export function styleFor(colours: 'colours' | 'plain'): Style {
  return colours === 'colours' ? COLOURED : PLAIN;
}

function same(text: string): string {
  return text;
}
