import type { Span } from '../../base/span.ts';
import type { WaitingState } from '../../store/kept/acts.ts';
import type { Proof } from '../../store/kept/proof.ts';
import type { Around, KeptLiteral, Waiting } from '../../store/kept/waiting.ts';
import type { NewWaiting } from '../../store/kept/waitingValues.ts';

/** Whether what is put into the secret storage is still there after a restart. */
export interface Durable {
  isDurable(): Promise<boolean>;
  proof(): Promise<Proof>;
}

/** The values of literals that were replaced before they were known to be stored; see `WaitingValues`. */
export interface Pending {
  /** When what is kept has been read. */
  readonly ready: Promise<void>;
  /** Of this workspace or another one. */
  all(): readonly Waiting[];
  find(id: unknown): Waiting | undefined;
  /** Those of a document. `span`: where the reference is now; absent while the document is closed, or the reference is gone. */
  of(uri: string): readonly (Waiting & { readonly span?: Span })[];
  /** How a value stands to its file, as the author has it now or as it is on disk. */
  state(waiting: Waiting): Promise<WaitingState>;
  /** The value itself; `undefined` where it is gone. */
  kept(id: string): Promise<KeptLiteral | undefined>;
  /** Keeps the value first, so that it is never only in a file that is about to change. */
  add(known: NewWaiting, kept: KeptLiteral): Promise<Waiting>;
  /** The place of a value is another one now. Offset in UTF-16 units. */
  place(id: string, uri: string, offset: number, around?: Around): Promise<void>;
  extend(id: string): Promise<void>;
  remove(id: string): Promise<void>;
}
