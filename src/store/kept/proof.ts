/** Whether what is kept survives a restart: it does, it did not, or nobody has tried yet. */
export type Proof = 'durable' | 'lost' | 'unproven';

/** What an earlier session has left to try it. */
export interface Left {
  readonly word: string;
  /** Names the session, where the editor does. */
  readonly session?: string;
}

/**
 * Judges whether the secret storage survives a restart. A word that this very session has left proves nothing: the extension
 * may have been started again without the editor, whose memory still has it.
 * @param left what was left where a restart is survived for certain
 * @param found the word that the secret storage has
 */
export function proofOf(left: Left | undefined, found: string | undefined, session: string | undefined): Proof {
  if (!left) return 'unproven';
  if (found !== left.word) return 'lost';
  return session !== undefined && left.session === session ? 'unproven' : 'durable';
}
