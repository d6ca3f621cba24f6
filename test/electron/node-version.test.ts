import { expect, it } from 'vitest';

// By a name that the compiler does not follow: the tests are compiled without plain JavaScript.
const module = new URL('../../electron/node-version.js', import.meta.url).href;
const { describeOldNode } = (await import(/* @vite-ignore */ module)) as {
  readonly describeOldNode: (version: string) => string | null;
};

it.each(['24.0.0', '24.21.0', '25.1.0', '100.0.0'])('Node %s is new enough', (version) => {
  expect(describeOldNode(version)).toBeNull();
});

it.each(['23.11.1', '22.18.0', '20.20.2', '4.9.1', '0.12.18'])(
  'Node %s is too old: a sentence with both versions and what to do',
  (version) => {
    expect(describeOldNode(version)).toBe(
      `Refund Workbench needs Node 24 or later; this is Node ${version}. Run it through npm in the folder of its source (npm start, npm run cli), which uses the Node that npm ci installed, after npm ci where that is missing; where it was installed as a command, install Node 24 or later.`,
    );
  },
);
