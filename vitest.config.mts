import { defineConfig } from 'vitest/config';
import { sdkAliases, sdkDefine } from './scripts/sdkAliases.mjs';

// The SDK is inlined, so that its imports meet the same stubs as in the bundle.
const { axios, configparser, winston } = sdkAliases;

export default defineConfig({
  define: sdkDefine,
  resolve: { alias: { axios, configparser, winston } },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', 'test/e2e/**'],
    server: { deps: { inline: [/purecloud-platform-client-v2/] } },
  },
});
