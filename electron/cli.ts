#!/usr/bin/env node
import { fileURLToPath } from 'node:url';

import { describeOldNode } from './node-version.js';

const problem = describeOldNode(process.versions.node);
if (problem === null) {
  // Loaded only now: on an older Node its imports would fail before a sentence could be said.
  const { runCli } = await import('./cli/run-cli.ts');
  process.exitCode = await runCli(
    process.argv.slice(2),
    fileURLToPath(new URL('../renderer', import.meta.url)),
  );
} else {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 2;
}
