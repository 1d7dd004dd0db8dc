/** A file or folder that has another address now. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** The address of a file after moves of files and of folders above it; `undefined` where none moved it. */
export function movedUri(uri: string, moves: readonly Move[]): string | undefined {
  const move = moves.find(({ from }) => uri === from || uri.startsWith(`${from}/`));
  return move && move.to + uri.slice(move.from.length);
}
