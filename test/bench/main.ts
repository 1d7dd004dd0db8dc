export { corpusTexts } from './corpus.ts';
export { benchGrowth } from './growth.ts';
export { benchScan } from './scan.ts';
