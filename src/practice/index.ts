// The practice org's public side: the entry of its lazily loaded chunk.
export { PRACTICE_FAULTS, type PracticeFault, PracticeFaults } from './faults.ts';
export { PRACTICE_REGION } from './http/hosts.ts';
export { PRACTICE_PERMISSIONS } from './http/permissions.ts';
export { type PracticeHome, PracticeKeeper, type PracticeKeys } from './kept/keeper.ts';
export { writePracticeState } from './kept/keptState.ts';
export { readSampleCopy, type SampleCopy } from './kept/sampleCopy.ts';
export { createPracticeOrg, type PracticeOrg } from './org.ts';
export { seedPracticeOrg } from './seed/seed.ts';
export type { CredentialValues, PracticeIntegration, PracticeState } from './world/model.ts';
