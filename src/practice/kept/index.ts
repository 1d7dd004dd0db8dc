export { type PracticeHome, PracticeKeeper, type PracticeKeys } from './keeper.ts';
export { readRotations } from './keptRotations.ts';
export { writePracticeState } from './keptState.ts';
export { readSampleCopy, type SampleCopy } from './sampleCopy.ts';
