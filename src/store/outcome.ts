import type { Failure } from './failure.ts';
import type { StoreStep } from './ports.ts';

/** How a store ended. Whatever it was, the literal is in the file or its reference is, with the field bound and read back. */
export type StoreOutcome = Stored | Refused | Failed;

/** Stored, bound and read back; the documents are edited. */
export interface Stored {
  readonly kind: 'stored';
  readonly credentialId: string;
  readonly fieldNames: readonly string[];
  /** Whether the org listed the field names when it was read back; some show none. */
  readonly namesSeen: boolean;
  /** The credential that was bound before. It is still in the org: it is not this product's to delete. */
  readonly replaces?: string;
  /** Documents whose edits are in the editor only: they could not be saved. The next recovery tries again. */
  readonly unsaved?: readonly string[];
}

/** Nothing was changed anywhere. */
export type Refused =
  | {
      readonly kind: 'refused';
      readonly reason: 'no-fields' | 'bad-field-name' | 'empty-value' | 'damaged-value' | 'no-slot';
    }
  /** The org does not show the fields of what would be replaced, and nobody has agreed to lose those that were not listed. */
  | { readonly kind: 'refused'; readonly reason: 'fields-unseen' }
  /** What is written down of stores that did not end cannot be read; `place` names where. */
  | { readonly kind: 'refused'; readonly reason: 'journal'; readonly place: string }
  | { readonly kind: 'refused'; readonly reason: 'occupied'; readonly occupant: Occupant };

/** What stands in a slot that is not empty, as far as the org shows it. */
export interface Occupant {
  readonly credentialId: string;
  readonly typeName?: string;
  readonly fieldNames?: readonly string[];
  readonly actions: readonly string[];
  /** Integrations that the credential is bound to. */
  readonly integrations: readonly string[];
}

/**
 * A step failed. The documents are as they were; only when the editor itself failed (`edit`, `unexpected`) is that not known,
 * and then the credential stays bound, so that a reference works.
 */
export interface Failed {
  readonly kind: 'failed';
  /** `read` changes nothing. */
  readonly step: StoreStep | 'read';
  /** Why; for the step `edit`: what the editor said. */
  readonly failure: Failure | 'changed' | 'refused';
  readonly undone: Undone;
}

/** What became of the credential that the run created. */
export type Undone =
  | { readonly kind: 'nothing-to-undo' }
  | { readonly kind: 'removed' }
  | { readonly kind: 'left-behind'; readonly credentialName: string; readonly credentialId?: string };
