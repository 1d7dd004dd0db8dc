import type { Recovered } from '../../store/index.ts';
import { t } from '../texts.ts';

/** What became of a store that was interrupted. @param files as they are shown; empty where it edits none */
export function recoveredText(
  { credentialName, integrationName }: Recovered['entry'],
  found: Recovered['found'],
  files: string,
): string {
  switch (found) {
    case 'bound':
      return t('recover.bound', integrationName, files);
    case 'finished':
      return files === '' ? t('recover.finishedOnly', integrationName) : t('recover.finished', integrationName, files);
    case 'cleared':
      return t(files === '' ? 'recover.clearedOnly' : 'recover.cleared', integrationName);
    case 'left-behind':
      return t('recover.leftBehind', integrationName, credentialName);
  }
}
