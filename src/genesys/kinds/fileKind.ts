import type { Literal } from '../../engine/detect/contract/index.ts';
import type { MapNode } from '../../engine/tree/index.ts';
import type { Locator } from '../places/index.ts';

/** The kinds of file that have a locator. */
export type DocumentKind =
  | 'data-action'
  | 'contract'
  | 'architect-flow'
  | 'terraform'
  | 'terraform-variables'
  | 'terraform-state'
  | 'archy-options'
  | 'shell-script'
  | 'pipeline'
  | 'gc-config'
  | 'environment'
  | 'data-table'
  | 'script-export'
  | 'postman'
  | 'flow-export'
  | 'other';

/** A file as recognition sees it. */
export interface FileText {
  /** The last part of its path; counts where content does not tell. */
  readonly name: string;
  readonly text: string;
}

/** A kind of JSON or YAML file. Several can stand in one file: a JSON array, a YAML stream. */
export interface TreeKind {
  readonly kind: DocumentKind;
  readonly syntax: 'json' | 'yaml';
  /** Whether a text can be of this kind at all: a search for a few words, so that other people's files are never parsed. */
  mayBe(file: FileText): boolean;
  /** Whether a parsed root is of this kind: by content first, by file name where content cannot tell yet. */
  is(root: MapNode, file: FileText): boolean;
  /** Where in a broken text, whose roots are not what they seem, documents of this kind are looked for. Nowhere where absent. */
  inBroken?(root: MapNode, file: FileText): 'here' | 'below' | undefined;
  readonly literals: Locator;
  /** Literals that stand in no tree, such as comments; asked once a file that holds a document of this kind. Never throws. */
  outsideTree?(file: FileText): readonly Literal[];
}

/** A kind of file with a reader of its own. */
export interface TextKind {
  readonly kind: DocumentKind;
  /** Whether the file is of this kind: by name first, by a search for a few words in its text where the name does not tell. */
  is(file: FileText): boolean;
  /** Its labelled literals, in document order. Never throws. */
  literals(file: FileText): Iterable<Literal>;
}
