import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { findOldNode } from '../support/find-old-node.ts';
import { cliEntry, expectSentence, project, startProgram } from '../support/run-cli.ts';

const entries = [
  ['electron/launch.js', [join(project, 'electron', 'launch.js'), 'cli', 'apis']],
  ['dist/node/cli.js', [cliEntry, 'apis']],
] as const;

/** Makes this Node say that it is another one. */
function pretend(version: string): readonly string[] {
  const versions = `{ value: { ...process.versions, node: ${JSON.stringify(version)} } }`;
  const script = `Object.defineProperty(process, 'versions', ${versions});`;
  return ['--import', `data:text/javascript,${encodeURIComponent(script)}`];
}

describe.each(entries)('%s', (_name, args) => {
  it.each(['20.0.0', '22.18.0', '23.11.1'])('on Node %s says that it is too old, exit 2', async (version) => {
    const run = await startProgram([...pretend(version), ...args]).ended;
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(`Refund Workbench needs Node 24 or later; this is Node ${version}. Run it`);
    expectSentence(run);
  });

  const old = findOldNode();
  const title =
    old === null ? 'an old Node (none on the PATH of this machine)' : `the old Node at ${old.path}`;

  it.skipIf(old === null)(`${title}: on it says that it is too old, exit 2`, async () => {
    const run = await startProgram(args, {}, old?.path).ended;
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(`this is Node ${old?.version}.`);
    expectSentence(run);
  });
});

it('what runs before the Node is checked imports nothing and uses no syntax newer than Node 20', () => {
  const launch = readFileSync(join(project, 'electron', 'launch.js'), 'utf8');
  expect(launch.match(/^import .*$/gm)).toEqual(["import { describeOldNode } from './node-version.js';"]);
  expect(readFileSync(join(project, 'electron', 'node-version.js'), 'utf8')).not.toMatch(/^import /m);
});

it('the built command line imports nothing old Nodes lack before the Node is checked', () => {
  const built = readFileSync(cliEntry, 'utf8');
  const imports = [...built.matchAll(/\bimport\b[^(;]*?\bfrom ?["'](.+?)["']/g)].map((match) => match[1]);
  expect(imports).toEqual(['node:url']);
});
