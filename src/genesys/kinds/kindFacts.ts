import type { MessageId } from '../../base/messageIds.ts';
import type { DocumentKind } from './fileKind.ts';

/** What is known of a kind of file beside how it is read. */
type KindFacts = Remedy & {
  /** `holds-values`: the file is there to hold values, and in order as long as git ignores it. */
  readonly git: 'holds-values' | 'as-everywhere';
  /** The page of `docs/` that tells of the kind. */
  readonly docs: 'detection.md' | 'files.md' | 'terraform.md';
};

/**
 * What takes the place of a value: a reference to a stored field, a variable of Terraform, or nothing (`explain`). Then the explanation says where
 * the value belongs; of the others the place decides.
 */
type Remedy =
  | { readonly remedy: 'reference' | 'variable' }
  | { readonly remedy: 'explain'; readonly explanation: MessageId };

/** One row a kind: a kind without one does not compile. */
export const KIND_FACTS: Readonly<Record<DocumentKind, KindFacts>> = {
  'data-action': { remedy: 'reference', git: 'as-everywhere', docs: 'detection.md' },
  contract: explained('explain.contract', 'as-everywhere', 'detection.md'),
  'architect-flow': explained('explain.flow', 'as-everywhere', 'detection.md'),
  terraform: { remedy: 'variable', git: 'as-everywhere', docs: 'terraform.md' },
  'terraform-variables': explained('explain.terraform.variables', 'holds-values', 'terraform.md'),
  'terraform-state': explained('explain.terraform.state', 'holds-values', 'terraform.md'),
  'archy-options': explained('explain.file.archyOptions', 'holds-values'),
  'shell-script': explained('explain.file.script', 'as-everywhere'),
  pipeline: explained('explain.file.pipeline', 'as-everywhere'),
  'gc-config': explained('explain.file.gcConfig', 'holds-values'),
  environment: explained('explain.file.environment', 'holds-values'),
  'data-table': explained('explain.file.dataTable', 'as-everywhere'),
  'script-export': explained('explain.file.scriptExport', 'as-everywhere'),
  postman: explained('explain.file.postman', 'as-everywhere'),
  'flow-export': explained('explain.file.flowExport', 'as-everywhere'),
  other: explained('explain.file.other', 'as-everywhere'),
};

/** What is known of the kind of file that a locator names; `undefined` where that is none of ours. */
export function kindFactsOf(document: string): KindFacts | undefined {
  return isKind(document) ? KIND_FACTS[document] : undefined;
}

function isKind(document: string): document is DocumentKind {
  return Object.hasOwn(KIND_FACTS, document);
}

function explained(explanation: MessageId, git: KindFacts['git'], docs: KindFacts['docs'] = 'files.md'): KindFacts {
  return { remedy: 'explain', explanation, git, docs };
}
