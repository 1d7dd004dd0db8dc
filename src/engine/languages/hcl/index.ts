export { type HclFile, parseHcl, parseHclExpression, parseHclText } from './hcl.ts';
export { CONDITION, HclCall, TEMPLATE } from './hclCalls.ts';
export { hclStringCodec } from './hclStringCodec.ts';
export { hasTemplateSigns, hclTemplateCodec } from './hclTemplateCodec.ts';
