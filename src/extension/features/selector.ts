import type * as vscode from 'vscode';
import { SCANNED_NAMES } from '../../genesys/kinds/index.ts';

/** The documents that hovers and quick fixes are offered in. Without other extensions YAML may be plain text. */
export const SCANNED_DOCUMENTS: vscode.DocumentSelector = [
  { language: 'json' },
  { language: 'jsonc' },
  { language: 'yaml' },
  { pattern: `**/{${SCANNED_NAMES.map(inAnyCase).join(',')}}` },
];

/** Patterns of the editor match case, also where file systems do not. */
function inAnyCase(pattern: string): string {
  return pattern.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}
