import { defineConfig } from 'playwright/test';

/** The page in a real Chromium: from the web host, and in the window through Electron's own main and preload. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../dist/test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: { trace: 'retain-on-failure' },
  projects: [
    { name: 'web', testMatch: 'web/*.e2e.ts' },
    { name: 'electron', testMatch: 'electron/*.e2e.ts' },
    { name: 'screenshots', testMatch: 'screenshots/*.e2e.ts' },
    { name: 'bench', testMatch: 'bench/*.e2e.ts' },
  ],
});
