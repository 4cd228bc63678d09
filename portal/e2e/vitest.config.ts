import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'journeys',
    include: ['**/*.spec.ts'],
    globalSetup: ['./hub.setup.ts'],
    // The whole product of looks (npm run test:long) needs time in proportion.
    testTimeout: process.env['TEST_LONG'] === '1' ? 3_600_000 : 120_000,
    hookTimeout: 60_000,
    maxWorkers: 3,
  },
});
