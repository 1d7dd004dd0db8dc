/**
 * The files that are looked at, by the last part of their path: a pattern with `*` for any characters, in any case. Names
 * and not language ids: without other extensions many of them are plain text in the editor.
 */
export const SCANNED_NAMES: readonly string[] = [
  '*.json',
  '*.yaml',
  '*.yml',
  '*.tf',
  '*.tofu',
  '*.tfvars',
  '*.tfvars.*',
  '*.tfbackend',
  '*.tftpl',
  '*.tfstate',
  '*.tfstate.*',
  '*.hcl',
  '.env',
  '.env.*',
  '*.env',
  '.envrc',
  '*.toml',
  '*.ini',
  '*.conf',
  '*.properties',
  '*.sh',
  '*.bash',
  '*.zsh',
  '*.ksh',
  '*.ps1',
  '*.psm1',
  '*.bat',
  '*.cmd',
  'Makefile',
  'Makefile.*',
  'Dockerfile',
  'Dockerfile.*',
  'Jenkinsfile',
  'Jenkinsfile.*',
  '*.csv',
  '*.script',
  '*.i3*',
  '.archy_config',
];

/** Folders that no author works in: nothing below them is looked for. By the last part of their path. */
export const NEVER_SEARCHED: ReadonlySet<string> = new Set(['.git', '.terraform', '.vscode-test', 'node_modules']);

const SCANNED = new RegExp(`^(?:${SCANNED_NAMES.map(expressionOf).join('|')})$`, 'i');

/** Whether a file is looked at. @param name the last part of its path */
export function isScannedName(name: string): boolean {
  return SCANNED.test(name);
}

function expressionOf(pattern: string): string {
  return pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
}
