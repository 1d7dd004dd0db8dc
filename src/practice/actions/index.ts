export { actionRoutes } from './actions.ts';
export { type RenderOutcome, renderWithValues, testRoutes } from './actionTest.ts';
export { draftRoutes } from './drafts.ts';
