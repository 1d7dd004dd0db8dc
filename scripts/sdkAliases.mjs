import { join } from 'node:path';
import { ROOT } from './lib/paths.mjs';

const stub = (name) => join(ROOT, 'src', 'cloud', 'sdk', 'stubs', `${name}.ts`);

/**
 * What the SDK is bundled with in place of its dependencies: nothing of it reads a file, writes a log or sends a request by
 * itself. See src/cloud/sdk/stubs.
 */
export const sdkAliases = {
  axios: stub('axios'),
  configparser: stub('configparser'),
  winston: stub('winston'),
  fs: stub('node'),
  os: stub('node'),
  path: stub('node'),
  crypto: stub('node'),
  https: stub('node'),
};

/** The SDK asks for a window to tell a browser page from Node. Neither extension host is a page. */
export const sdkDefine = { window: 'undefined', localStorage: 'undefined' };
