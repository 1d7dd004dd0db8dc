export { parseJson, parseJsonItems, parseJsonText } from './json.ts';
export { jsonStringCodec } from './jsonStringCodec.ts';
