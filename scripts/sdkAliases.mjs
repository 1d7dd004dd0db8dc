import { join } from 'node:path';
import { ROOT } from './lib/paths.mjs';

const stub = (name) => join(ROOT, 'src', 'cloud', 'sdk', 'stubs', `${name}.ts`);

/**
 * What the SDK is bundled with in place of its dependencies: nothing of it reads a file, writes a log or sends a request by
 * itself. See src/cloud/sdk/stubs.
 */
export const sdkAliases = {
  axios: stub('axios'),
  fs: stub('node'),
  crypto: stub('node'),
  https: stub('node'),
};

/** The SDK asks for a window to tell a browser page from Node. Neither extension host is a page. */
export const sdkDefine = { window: 'undefined', localStorage: 'undefined' };

const isConfiguration = (path, importer) =>
  path === './configuration.js' && importer.includes('purecloud-platform-client-v2');

/**
 * Puts our own configuration in the place of the SDK's, which would read and watch a file in the user's home. It is imported
 * by a relative path, which no alias reaches. For esbuild, and for Vite.
 */
export const sdkConfiguration = {
  name: 'sdk-configuration',
  setup(build) {
    build.onResolve({ filter: /^\.\/configuration\.js$/ }, ({ path, importer }) =>
      isConfiguration(path, importer) ? { path: stub('configuration') } : undefined,
    );
  },
};

export const sdkConfigurationForVite = {
  name: 'sdk-configuration',
  enforce: 'pre',
  resolveId: (path, importer = '') => (isConfiguration(path, importer) ? stub('configuration') : undefined),
};
