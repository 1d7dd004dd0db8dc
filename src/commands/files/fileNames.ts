import { isCredentialWord, safeWords } from '../../engine/detect/index.ts';
import { plainActionName } from '../../genesys/remedies/index.ts';
import type { Address } from '../ports/documents.ts';

/** A document's path in its workspace as it may be shown: a folder or file name that is a credential itself is hidden. */
export function shownPath({ path }: Pick<Address, 'path'>): string {
  return safeWords(path.split('/')).join('/');
}

/**
 * Whether the address of a document may be written into a memento, a journal or another file that is no secret storage: not
 * where a folder or file name of it is a credential itself.
 */
export function mayBeRemembered({ path }: Pick<Address, 'path'>): boolean {
  return !path.split('/').some(isCredentialWord);
}

/** The name that a file gives its action as it may be shown: hidden where it is a credential itself. */
export function shownActionName(name: string): string {
  return safeWords([plainActionName(name)]).join('');
}
