// Plain JavaScript, because it has to run on any Node to say that it is too old.
import { describeOldNode } from '../electron/node-version.js';

const problem = describeOldNode(process.versions.node);
if (problem === null) {
  const { runChecks } = await import('./run-checks.ts');
  process.exitCode = runChecks(process.argv.slice(2));
} else {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 2;
}
