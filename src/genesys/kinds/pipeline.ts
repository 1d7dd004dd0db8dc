import type { Literal } from '../../engine/detect/contract/index.ts';
import type { ShellDialect } from '../../engine/languages/shell/index.ts';
import { type KeyPath, keyPath } from '../../engine/text/index.ts';
import { type MapNode, type ScalarNode, type SourceNode, textOf } from '../../engine/tree/index.ts';
import { namedValues } from '../places/index.ts';
import type { TreeKind } from './fileKind.ts';
import { ARCHITECT_FLOW } from './flow/index.ts';
import { mentionsGenesys } from './genesysText.ts';
import { scriptLiterals } from './script/index.ts';
import { yamlComments } from './yamlComments.ts';

const OWNER = { document: 'pipeline' } as const;
const PIPELINE_TEXT =
  /^[ \t]*(?:- )?(?:run|script|before_script|after_script|steps|jobs|stages|pipelines|services|env|environment|variables)[ \t]*:/m;
const PIPELINE_NAME = /^\.?(?:gitlab-ci|azure-pipelines?|bitbucket-pipelines|(?:docker-)?compose)\b.*\.ya?ml$/i;
const SEVERAL_WORDS = /\n|\s--[A-Za-z]/;
const ROOT_KEYS: ReadonlySet<string> = new Set([
  'jobs',
  'steps',
  'stages',
  'pipelines',
  'pipeline',
  'services',
  'on',
  'trigger',
  'runs',
]);
const SCRIPT_KEYS: ReadonlyMap<string, ShellDialect> = new Map([
  ['after_script', 'posix'],
  ['args', 'posix'],
  ['bash', 'posix'],
  ['before_script', 'posix'],
  ['command', 'posix'],
  ['entrypoint', 'posix'],
  ['inlineScript', 'posix'],
  ['powershell', 'powershell'],
  ['pwsh', 'powershell'],
  ['run', 'posix'],
  ['script', 'posix'],
]);

/** A pipeline of any CI system in YAML, a composite action, a compose file: scripts, and variables under their names. */
export const PIPELINE: TreeKind = {
  kind: 'pipeline',
  syntax: 'yaml',
  // `workflow` is a key of GitLab's, too; any other file with a flow's keys is a flow, and read in a way of its own.
  mayBe: (file) =>
    PIPELINE_TEXT.test(file.text) &&
    (PIPELINE_NAME.test(file.name) || !ARCHITECT_FLOW.mayBe(file)) &&
    mentionsGenesys(file.text),
  is: (root) => isPipeline(root),
  inBroken: (root) => (root.entries.some(({ key }) => ROOT_KEYS.has(key.value)) ? 'here' : undefined),
  literals: (root) => namedValues(root, OWNER, 'attribute', scriptsOf),
  outsideTree: ({ text }) => yamlComments(text, OWNER),
};

/** GitLab's jobs stand at the root under names of the author's own. */
function isPipeline(root: MapNode): boolean {
  return root.entries.some(({ key, value }) => {
    if (ROOT_KEYS.has(key.value)) return true;
    return value?.kind === 'map' && value.entries.some((inner) => inner.key.value === 'script');
  });
}

function scriptsOf(node: SourceNode, name: string, path: KeyPath): readonly Literal[] | undefined {
  // `id-token: write` and the like.
  if (name === 'permissions') return [];
  const dialect = SCRIPT_KEYS.get(name);
  if (dialect === undefined) return node.kind === 'scalar' ? looksLikeScript(node, path) : undefined;
  if (node.kind === 'map') return undefined;
  const items = node.kind === 'seq' ? node.items : [node];
  return items.flatMap((item, i) => {
    const script = textOf(item);
    return script ? Array.from(scriptLiterals(script, dialect, keyPath(path, i), OWNER)) : [];
  });
}

/** A text of several lines or with options may hold commands under any key; under a broken one it does. */
function looksLikeScript({ text, value }: ScalarNode, path: KeyPath): readonly Literal[] | undefined {
  return SEVERAL_WORDS.test(value) ? Array.from(scriptLiterals(text, 'posix', path, OWNER)) : undefined;
}
