/** Every id this extension contributes, in one place; a test compares them with package.json. */

export { COMMANDS } from '../commands/commandIds.ts';
export { SIGNED_IN_PATH } from '../commands/ports/signIn.ts';

/** Id of the accounts, in the manifest and for other extensions. */
export const AUTH_PROVIDER = 'genesys-cloud';

/** Section and names of the settings. */
export const SETTINGS = {
  section: 'genesysSecrets',
  advice: 'advice',
  org: 'org',
  otherFiles: 'otherFiles',
  scanDelay: 'scanDelay',
  scanInBackground: 'scanInBackground',
} as const;

/** What stands before a diagnostic's code in Problems. */
export const DIAGNOSTIC_SOURCE = 'genesys-secrets';

/** Scheme of the read-only page that shows the practice org. */
export const PRACTICE_SCHEME = 'genesys-secrets-practice';

/** Scheme of the two sides of what an update of a Data Action would change. */
export const UPDATE_SCHEME = 'genesys-secrets-update';

/** Marks a folder as the sample project, the only one the practice org may edit files of. */
export const SAMPLE_MARKER = 'practice-org.json';

/** In it, what the practice org keeps with the sample project. */
export const SAMPLE_KEPT = '.practice-org';
