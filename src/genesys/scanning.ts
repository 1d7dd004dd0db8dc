// The entry of the chunk that scans: everything that is known of files and credentials. A window that shows no such file
// never loads it.
export { safeWords } from '../engine/detect/safeWords.ts';
export { tokenLinks } from '../engine/detect/tokens/tokenLinks.ts';
export { LineIndex } from '../engine/text/lineIndex.ts';
export { markedText } from './markedText.ts';
export { FileRemedies } from './remedies/fileRemedies.ts';
export { isNeedlessHeader } from './remedies/needlessHeader.ts';
export { reportedOf } from './reported.ts';
export { DocumentScanner, findingOf } from './scan.ts';
