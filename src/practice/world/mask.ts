/** What stands in place of a stored value wherever the org shows one. */
export const MASK = '********';
