export { LazyScalar, type ScalarStyle } from './lazyScalar.ts';
export { MAX_DEPTH } from './maxDepth.ts';
export { missingFrom } from './missing.ts';
export {
  childAt,
  childOf,
  type MapEntry,
  type MapNode,
  type ParseProblem,
  type ParseResult,
  type ScalarNode,
  type SeqNode,
  type SourceNode,
  textOf,
} from './node.ts';
export { maskSubstitutions, substitutionEnd, substitutionStarts } from './substitutions.ts';
