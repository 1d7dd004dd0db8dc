// The entry of the chunk that scans: everything that is known of files and credentials. A window that shows no such file
// never loads it.
export { safeWords } from '../engine/detect/index.ts';
export { tokenLinks } from '../engine/detect/tokens/index.ts';
export { LineIndex } from '../engine/text/index.ts';
export { markedText } from './markedText.ts';
export { FileRemedies } from './remedies/index.ts';
export { reportedOf } from './reported.ts';
export { DocumentScanner, findingOf } from './scan.ts';
