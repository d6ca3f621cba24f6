// Plain JavaScript, because it has to run on any Node to say that it is too old.
import { describeOldNode } from './node-version.js';

const problem = describeOldNode(process.versions.node);
if (problem === null) {
  const { launch } = await import('./launch/launch.ts');
  process.exitCode = await launch(process.argv.slice(2));
} else {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 2;
}
