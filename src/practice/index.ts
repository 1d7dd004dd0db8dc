// The practice org's public side: the entry of its lazily loaded chunk.
export { PRACTICE_FAULTS, type PracticeFault, PracticeFaults } from './faults.ts';
export { PRACTICE_REGION } from './hosts.ts';
export { type CredentialValues, type PracticeIntegration, type PracticeState, readPracticeState } from './model.ts';
export { createPracticeOrg, type PracticeOrg } from './org.ts';
export { PRACTICE_PERMISSIONS } from './permissions.ts';
export { seedPracticeOrg } from './seed.ts';
