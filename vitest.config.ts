import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { projects: ['api', 'portal', 'portal/e2e'], maxWorkers: 3 } });
