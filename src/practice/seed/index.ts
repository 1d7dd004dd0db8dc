export { seedPracticeOrg } from './seed.ts';
