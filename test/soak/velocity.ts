export { velocityCases } from './velocity/cases.ts';
export { classPathOf, enginesIn } from './velocity/engines.ts';
export { judge } from './velocity/judge.ts';
export { VELOCITY_PLACES } from './velocity/places.ts';
export { refusals } from './velocity/refusals.ts';
export { compareTemplates } from './velocity/templates.ts';
