import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);

export default defineConfig({
  // Two copies of graphql (one loaded as CommonJS, one as ES module) refuse each other's schemas.
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }] },
  test: {
    name: 'api',
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', '../seeds/**/*.test.ts'],
    globalSetup: ['./test/global-setup.ts'],
    setupFiles: ['./test/setup.ts'],
    // Full counts (npm run test:long) need time in proportion.
    testTimeout: process.env.TEST_LONG === '1' ? 3_600_000 : 30_000,
    hookTimeout: 60_000,
    maxWorkers: 3,
    // Files share the modules of their worker: half the run was spent on importing them again. What a file must not
    // share (a database, a hub, a clock) `useHub` makes as good as new. A third worker works while others wait.
    isolate: false,
  },
});
