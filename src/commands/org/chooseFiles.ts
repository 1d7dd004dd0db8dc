import { t } from '../../messages/index.ts';
import { shownPath } from '../files/fileNames.ts';
import type { OpenDocument } from '../ports/documents.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';
import type { PickItem, Ui } from '../ports/ui.ts';
import { belongingOfDocument, orgActions } from './belongings.ts';

/** A file that can be chosen. */
export interface ChoosableFile {
  readonly document: OpenDocument;
}

interface FileItem<File> extends PickItem {
  readonly file: File;
}

interface ChooseTexts<File> {
  readonly title: string;
  readonly placeHolder: string;
  readonly describe: (file: File) => string;
  /** Whether the author most likely means a file, of which nobody has said where it belongs. */
  readonly isMeant?: (file: File) => boolean;
}

/**
 * Lets files be chosen for an integration: those that the author, the file or the org says belong to it are chosen already, and
 * of those that belong to another one that is said.
 * @param org nothing where none can be asked: then a file is chosen by its category alone
 * @param integration nothing where the author does not know it
 */
export async function chooseFiles<File extends ChoosableFile>(
  ui: Ui,
  org: ConnectedOrg | undefined,
  integration: { readonly id?: string; readonly name: string } | undefined,
  files: readonly File[],
  { describe, isMeant = () => false, ...texts }: ChooseTexts<File>,
): Promise<readonly File[] | undefined> {
  const known = org ? await orgActions(ui, org) : [];
  const items = files.map((file): FileItem<File> => {
    const belonging = integration ? belongingOfDocument(file.document, org, known, integration).kind : 'unknown';
    return {
      file,
      label: shownPath(file.document),
      description: describe(file),
      ...(belonging === 'another' ? { detail: t('secure.other') } : {}),
      picked: belonging === 'its' || (belonging === 'unknown' && isMeant(file)),
    };
  });
  const picked = await ui.pickMany(items, { ...texts, ignoreFocusOut: true });
  return picked?.map((item) => item.file);
}
