export { architectFlowLiterals, type EmptyKey, emptyKeysIn, type FlowPlace, flowLiteralsAt } from './architectFlow.ts';
export { ARCHITECT_FLOW } from './flow.ts';
export { type FlowList, type FlowSplit, splitFlow } from './flowSplit.ts';
