/** Whether what is kept of the practice org cannot be read. By name: each chunk has a class of its own. */
export function isUnreadablePractice(error: unknown): boolean {
  return error instanceof Error && error.name === 'UnreadablePractice';
}
