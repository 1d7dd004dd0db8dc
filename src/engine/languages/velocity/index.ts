export { definedNames, parseVelocity, type VelocityPart, type VelocityString, velocityReferences } from './velocity.ts';
export {
  hasGluedComments,
  velocityCodec,
  velocityOutputCodec,
  velocityPartOf,
  velocityWrittenCodec,
} from './velocityCodec.ts';
export { BLOCKS, DIRECTIVES, NEXT_BRANCH, PLUGGED } from './velocityDirectives.ts';
export { velocityStringsIn } from './velocityStringCodec.ts';
export { stringContent, stringEnd } from './velocityStrings.ts';
