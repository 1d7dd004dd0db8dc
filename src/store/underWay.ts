// The runs of this process. Their journal entries look like those of a run that crashed, but are nobody else's to repair:
// connecting to an org while a store is under way must not delete what it has just created.
const ids = new Set<string>();

/** Carries out a run, and marks its journal entry as being worked on while it lasts. */
export async function asUnderWay<Result>(entryId: string, run: () => Promise<Result>): Promise<Result> {
  ids.add(entryId);
  try {
    return await run();
  } finally {
    ids.delete(entryId);
  }
}

export function isUnderWay(entryId: string): boolean {
  return ids.has(entryId);
}
