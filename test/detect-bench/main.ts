export { scoreCorpus } from './corpus.ts';
export { writeTree } from './files.ts';
export { isOnLinesOf, oracles } from './oracles.ts';
export { score } from './score.ts';
export { BY_FORMAT, BY_MUTATION, BY_PLACE, inReadPlaces, shortfalls, TARGETS, table, total } from './tables.ts';
export { benchTree } from './tree.ts';
