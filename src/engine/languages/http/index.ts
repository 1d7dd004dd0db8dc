export { type BodyField, bodyFields } from './body.ts';
export { percentDecoded } from './percent.ts';
export { percentCodec } from './percentCodec.ts';
export { parseUrl, urlsIn } from './url.ts';
export { xmlTextCodec } from './xmlTextCodec.ts';
