/** Deeper nesting than any real document has; keeps everything that walks a tree safe from running out of stack. */
export const MAX_DEPTH = 500;
