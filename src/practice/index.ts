// The practice org's public side: the entry of its lazily loaded chunk.
export { PRACTICE_FAULTS, type PracticeFault, PracticeFaults } from './faults.ts';
export { PRACTICE_REGION } from './hosts.ts';
export { type PracticeHome, PracticeKeeper, type PracticeKeys } from './keeper.ts';
export { writePracticeState } from './keptState.ts';
export type { CredentialValues, PracticeIntegration, PracticeState } from './model.ts';
export { createPracticeOrg, type PracticeOrg } from './org.ts';
export { PRACTICE_PERMISSIONS } from './permissions.ts';
export { readSampleCopy, type SampleCopy } from './sampleCopy.ts';
export { seedPracticeOrg } from './seed.ts';
