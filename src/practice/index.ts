// The practice org's public side: the entry of its lazily loaded chunk.
export { PRACTICE_FAULTS, type PracticeFault, PracticeFaults } from './faults.ts';
export { PRACTICE_PERMISSIONS, PRACTICE_REGION } from './http/index.ts';
export {
  type PracticeHome,
  PracticeKeeper,
  type PracticeKeys,
  readSampleCopy,
  type SampleCopy,
  writePracticeState,
} from './kept/index.ts';
export { createPracticeOrg, type PracticeOrg } from './org.ts';
export { seedPracticeOrg } from './seed/index.ts';
export type { CredentialValues, PracticeIntegration, PracticeState } from './world/index.ts';
