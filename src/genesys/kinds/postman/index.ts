export { POSTMAN } from './postman.ts';
