export { parseHcl, parseHclExpression, parseHclText } from './hcl.ts';
export { CONDITION, HclCall, TEMPLATE } from './hclCalls.ts';
export type { HclFile } from './hclFile.ts';
export { hclStringCodec } from './hclStringCodec.ts';
export { hasTemplateSigns, hclTemplateCodec } from './hclTemplateCodec.ts';
