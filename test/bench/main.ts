export { oracles } from '../detect-bench/oracles.ts';
export { corpusTexts } from './corpus.ts';
export { benchDetectors } from './detectors.ts';
export { benchEdits } from './edit.ts';
export { benchGrowth } from './growth.ts';
export { benchPrefilter } from './prefilter.ts';
export { benchScan } from './scan.ts';
export { scanTree, writeTree } from './tree.ts';
export { treeFiles } from './treeFiles.ts';
