export { SCRIPT } from './script.ts';
export { scriptLiterals } from './scriptPlaces.ts';
