export { credentialRoutes } from './credentials.ts';
export { integrationRoutes } from './integrations.ts';
