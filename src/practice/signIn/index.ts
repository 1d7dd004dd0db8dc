export { Auth } from './auth.ts';
export { organizationRoutes, TOKEN_PATH } from './organization.ts';
