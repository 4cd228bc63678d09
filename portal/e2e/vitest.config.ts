import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'journeys',
    include: ['**/*.spec.ts'],
    globalSetup: ['./hub.setup.ts'],
    // Nothing here measures time: a slow machine, or the whole product of looks (npm run test:long), takes long.
    testTimeout: process.env['TEST_LONG'] === '1' ? 3_600_000 : 300_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
