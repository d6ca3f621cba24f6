import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

// A long answer is measured where people see it: in the page, in Chromium, from the web host. It has to be built before.
const project = join(import.meta.dirname, '..', '..');
const { status } = spawnSync(
  process.execPath,
  [
    join(project, 'node_modules', 'playwright', 'cli.js'),
    'test',
    '--config',
    join(project, 'test', 'e2e', 'playwright.config.ts'),
    '--project=bench',
    '--workers=1',
  ],
  { stdio: 'inherit', cwd: project },
);
process.exitCode = status ?? 1;
