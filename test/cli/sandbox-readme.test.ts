import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { sandboxUsage } from '../../electron/cli/commands/sandbox.ts';
import { faultKinds } from '../../shared/model/sandbox-fault.ts';
import { cliEntry, openCli, project, startProgram } from '../support/run-cli.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const readme = readFileSync(join(project, 'README.md'), 'utf8');
const section = readme.slice(
  readme.indexOf('\n## The sandbox\n'),
  readme.indexOf('\n## Environments and data\n'),
);

/** A command of a box, and what the README prints below it. */
type Step = { readonly command: string; readonly printed: string };

const boxes = [...section.matchAll(/^```console\n([^]*?)^```$/gm)].map(([, text = '']) => readBox(text));

/** A command begins with `$ `; the indented lines right after it belong to it. */
function readBox(text: string): readonly Step[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [first = '', ...lines] = part.split('\n');
      const end = lines.findIndex((line) => !line.startsWith('    '));
      return {
        command: [first, ...lines.slice(0, end)].join('\n'),
        printed: lines.slice(end).join('\n').trim(),
      };
    });
}

const marker = 'the next command of the box';

/** Runs a box in a real shell against a real sandbox with a fresh ledger. Gives what each command wrote. */
async function runBox(steps: readonly Step[]): Promise<readonly string[]> {
  const cli = openCli();
  const { origin } = JSON.parse(await cli.start(['sandbox', '--json']).firstLine()) as { origin: string };
  const script = steps.map(({ command }) => `${command}\nprintf '\\n%s\\n' '${marker}'`).join('\n');
  const shell = startProgram(
    [
      '-c',
      `npm() { shift 4; "$NODE" "$CLI" "$@"; }\ncd "$FOLDER"\n${script.replaceAll('http://127.0.0.1:4010', origin)}`,
    ],
    {
      env: {
        REFUND_WORKBENCH_DATA: cli.data,
        NODE: process.execPath,
        CLI: cliEntry,
        FOLDER: temporaryDirectory(),
      },
    },
    'bash',
  );
  const run = await shell.ended;
  expect(run).toMatchObject({ code: 0, stderr: '' });
  return run.stdout
    .split(`\n${marker}\n`)
    .slice(0, -1)
    .map((text) => text.trim());
}

/** `…` stands for what differs every time. */
function patternOf(printed: string): RegExp {
  const parts = printed.split('…').map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^\\n]+')}$`);
}

describe('the README of the sandbox', () => {
  it('has an example of each API and of the controls', () => {
    const commands = boxes.flat().map(({ command }) => command);
    for (const path of ['payu', 'luminate', 'front-payment', 'digipay', 'edubrite', '__sandbox']) {
      expect(commands.filter((command) => command.includes(`http://127.0.0.1:4010/${path}/`))).not.toEqual(
        [],
      );
    }
  });

  it.each(boxes.map((steps) => [steps.at(-1)?.command.split('\n')[0] ?? '', steps] as const))(
    'prints what really comes: %s',
    async (_title, steps) => {
      const written = await runBox(steps);
      for (const [index, { printed }] of steps.entries()) expect(written[index]).toMatch(patternOf(printed));
      expect(written).toHaveLength(steps.length);
    },
  );

  it('has a seed that the sandbox takes', async () => {
    const seed = /^```yaml\n(format: refund-workbench-sandbox\n[^]*?)^```$/m.exec(section)?.[1] ?? '';
    const cli = openCli();
    const file = join(cli.workspace, 'seed.yaml');
    writeFileSync(file, seed);
    expect(await cli.run(['sandbox', 'snapshot', 'load', file])).toMatchObject({ code: 0, stderr: '' });
    const set = ['--set', 'payu.payuId=403993715529606999', '--set', 'payu.amount=250.00'];
    expect((await cli.run(['send', 'payu/refund', ...set])).code).toBe(0);
  });

  it('has every command with its words', () => {
    for (const line of sandboxUsage.split('\n').filter((text) => text.trim().startsWith('sandbox'))) {
      expect(readme).toContain(`\n    ${line.trim()}\n`);
    }
  });

  it('says of every fault whether the refund is booked', () => {
    const rows = section.split('\n').filter((line) => line.startsWith('| `'));
    for (const { example, takesEffect } of faultKinds) {
      const row = rows.find((line) => line.includes(`\`${example}\``));
      expect(row?.split('|').at(-2)?.trim(), example).toBe(takesEffect ? 'yes' : 'no');
    }
  });
});
