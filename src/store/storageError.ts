/**
 * What keeps the journal, or something else of ours, could not be read or written: a full disk, a file that nobody may read, text that is
 * not what was written. `place` names the file or the key, never its content. Only this may ever be taken for a failure of storage.
 */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly place: string;

  constructor(place: string) {
    super(`storage: ${place}`);
    this.place = place;
  }
}

/** The error may come from another chunk, so it is known by its shape. */
export function isStorageError(error: unknown): error is StorageError {
  return error instanceof Error && error.name === 'StorageError' && 'place' in error;
}

/** What a wrong program throws by itself; no storage does. */
const OF_PROGRAMMING = [TypeError, ReferenceError, SyntaxError, RangeError];

/**
 * Asks what keeps things for one of them.
 * @throws StorageError for whatever it refuses; an error of programming as it is
 */
export async function atStorage<Result>(place: string, act: () => PromiseLike<Result> | Result): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (OF_PROGRAMMING.some((kind) => error instanceof kind)) throw error;
    throw new StorageError(place);
  }
}

/** Whether it was done; `false` where the storage failed. @throws anything else */
export async function unlessStorageFails(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (isStorageError(error)) return false;
    throw error;
  }
}
