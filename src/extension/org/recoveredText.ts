import { t } from '../../messages/index.ts';
import type { Recovered } from '../../store/index.ts';

/**
 * What became of a store that was interrupted; nothing where the author has just said that it stays as it is.
 * @param shown documents as they are shown
 */
export function recoveredText(
  recovered: Recovered,
  shown: (documents: readonly string[]) => string,
): string | undefined {
  const { credentialName, documents, integrationName } = recovered.entry;
  const files = shown(documents);
  switch (recovered.found) {
    case 'bound':
      return t('recover.bound', integrationName, files);
    case 'finished':
      return files === '' ? t('recover.finishedOnly', integrationName) : t('recover.finished', integrationName, files);
    case 'unsaved':
      return t('recover.unsaved', integrationName, shown(recovered.documents));
    case 'cleared':
      return t(files === '' ? 'recover.clearedOnly' : 'recover.cleared', integrationName);
    case 'in-use':
      return t('recover.inUse', integrationName, recovered.actions.join(', '));
    case 'left-behind':
      return t('recover.leftBehind', integrationName, credentialName);
    case 'kept':
    case 'undecided':
      return undefined;
  }
}
