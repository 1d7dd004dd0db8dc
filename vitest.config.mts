import { defineConfig } from 'vitest/config';
import { sdkAliases, sdkConfigurationForVite, sdkDefine } from './scripts/sdkAliases.mjs';

// The SDK is inlined, so that its imports meet the same stubs as in the bundle.
const { axios } = sdkAliases;

export default defineConfig({
  define: sdkDefine,
  plugins: [sdkConfigurationForVite],
  resolve: { alias: { axios } },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', 'test/e2e/**'],
    // Nothing keeps a state that another file could see, and a new worker for each file takes as long as many tests.
    isolate: false,
    // For what never ends, not for what a busy machine makes slow.
    testTimeout: 60_000,
    server: { deps: { inline: [/purecloud-platform-client-v2/] } },
  },
});
