export { corpusTexts } from './corpus.ts';
export { benchGrowth } from './growth.ts';
export { benchPrefilter } from './prefilter.ts';
export { benchScan } from './scan.ts';
