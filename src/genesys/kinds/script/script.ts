import type { ShellDialect } from '../../../engine/languages/shell/index.ts';
import { documentText } from '../../../engine/text/index.ts';
import type { TextKind } from '../fileKind.ts';
import { mentionsGenesys } from '../genesysText.ts';
import { scriptLiterals } from './scriptPlaces.ts';

const SCRIPT_NAME = /\.(?:sh|bash|zsh|ksh|ps1|psm1|bat|cmd)$|^(?:Makefile|Dockerfile|Jenkinsfile)(?:\.\w+)?$/i;

/** A script that calls Archy, the gc CLI, Terraform or the Genesys Cloud API. */
export const SCRIPT: TextKind = {
  kind: 'shell-script',
  is: ({ name, text }) => SCRIPT_NAME.test(name) && (mentionsGenesys(text) || signsIn(text)),
  literals: ({ name, text }) =>
    scriptLiterals(documentText(text), dialectOf(name), undefined, { document: 'shell-script' }),
};

/** A request that signs in belongs to whatever product: its option says that a credential follows. */
function signsIn(text: string): boolean {
  return /\bcurl\b/.test(text) && /\s(?:-u|--user|-H|--header)[\s=]/.test(text);
}

function dialectOf(name: string): ShellDialect {
  if (/\.psm?1$/i.test(name)) return 'powershell';
  return /\.(?:bat|cmd)$/i.test(name) ? 'batch' : 'posix';
}
