import { expect, it } from 'vitest';

import { apis } from '../../shared/apis/registry.ts';
import { jsonOf, openCli } from '../support/run-cli.ts';

type Listed = {
  readonly id: string;
  readonly templates: readonly { id: string; method: string; url: string; summary: string }[];
  readonly variables: readonly { name: string; secret: boolean; kind: string }[];
  readonly catalogEntries: number;
};

it('apis --json lists the five APIs with templates, variables and the size of the catalog', async () => {
  const run = await openCli().run(['apis', '--json']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const listed = jsonOf(run) as readonly Listed[];
  expect(listed.map(({ id }) => id).toSorted()).toEqual([
    'digipay',
    'edubrite',
    'front-payment',
    'luminate',
    'payu',
  ]);
  for (const { id, templates, variables, catalogEntries } of listed) {
    const api = apis.find((candidate) => candidate.id === id);
    expect(templates.map((template) => template.id)).toContain('refund');
    expect(templates.map((template) => template.id)).toEqual(api?.templates.map((template) => template.id));
    for (const { method, url, summary } of templates) {
      expect(method).toMatch(/^(?:GET|POST)$/);
      expect(url).toContain(`{{${id}.baseUrl}}`);
      expect(summary).toMatch(/\S/);
    }
    expect(variables[0]).toMatchObject({ name: `${id}.baseUrl`, secret: false, kind: 'url' });
    expect(variables.filter(({ secret }) => secret)).not.toEqual([]);
    expect(catalogEntries).toBe(api?.catalog.length);
  }
});

it('apis names every template as send takes it', async () => {
  const { stdout, code } = await openCli().run(['apis']);
  expect(code).toBe(0);
  for (const api of apis) {
    for (const { id } of api.templates) expect(stdout).toContain(`  ${api.id}/${id} `);
  }
});

it.each([['help'], ['--help'], ['-h'], ['send', '--help'], []])(
  '%s prints every command',
  async (...args) => {
    const run = await openCli().run(args);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    for (const command of ['apis', 'send', 'explain', 'history', 'sandbox', 'serve']) {
      expect(run.stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    }
    expect(run.stdout).toContain(
      'Exit: 0 accepted or pending, or all passed; 1 refused, failed or different, or audit trail or evidence damaged; 2 wrong',
    );
  },
);

it.each(['--version', 'version'])('%s prints the version alone', async (word) => {
  expect(await openCli().run([word])).toEqual({
    code: 0,
    stderr: '',
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
  });
});
