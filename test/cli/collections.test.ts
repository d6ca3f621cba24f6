import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { createYamlCollectionStore } from '../../electron/adapters/collections/yaml-collection-store.ts';
import { collectionJsonSchemas } from '../../shared/contract/collection-json-schemas.ts';
import { type Cli, expectSentence, jsonOf, openCli } from '../support/run-cli.ts';
import { someRequest } from '../support/some-request.ts';
import { valueOf } from '../support/value-of.ts';

function openWithCollection(): Cli {
  const cli = openCli();
  const request = someRequest('In full', {
    checks: [{ subject: { of: 'json', path: '$.status' }, operator: 'equals', expected: 'SUCCESS' }],
    captures: [{ subject: { of: 'header', name: 'Location' }, variable: 'place' }],
  });
  const deep = {
    kind: 'folder' as const,
    name: 'Deep',
    notes: '',
    items: [{ kind: 'request' as const, request }],
  };
  const store = createYamlCollectionStore(cli.workspace, cli.data);
  valueOf(store.create({ name: 'Refunds EU', notes: 'For support.', variables: [], items: [deep] }));
  return cli;
}

it('collections list names each with its requests, and says what cannot be read', async () => {
  const cli = openWithCollection();
  expect(await cli.run(['collections', 'list'])).toEqual({
    code: 0,
    stderr: '',
    stdout: 'refunds-eu  Refunds EU (1 request)\n',
  });
  writeFileSync(join(cli.workspace, 'collections', 'refunds-eu', 'bad.yaml'), 'version: "1"\n  name: [');
  const run = await cli.run(['collections', 'list', '--json']);
  expect(run.code).toBe(0);
  expect(run.stderr).toMatch(/bad\.yaml cannot be read: .+ at line 2, column \d+\. Mend the file/);
  expect(jsonOf(run)).toMatchObject({
    collections: [{ id: 'refunds-eu', items: [{ path: 'deep', items: [{ path: 'deep/in-full' }] }] }],
    problems: [{ code: 'storage' }],
  });
  const shown = await cli.run(['collections', 'show', 'refunds-eu', 'bad']);
  expect(shown.code).toBe(2);
  expect(shown.stderr).toContain('bad.yaml cannot be read');
});

it('collections show prints what is in one, by id or name, and a request with its checks', async () => {
  const cli = openWithCollection();
  const whole =
    'Refunds EU (1 request)\n  For support.\n  deep/         Deep\n  deep/in-full  POST In full\n';
  for (const name of ['refunds-eu', 'refunds EU']) {
    expect(await cli.run(['collections', 'show', name])).toEqual({ code: 0, stderr: '', stdout: whole });
  }
  const { stdout } = await cli.run(['collections', 'show', 'refunds-eu', 'deep/in-full']);
  expect(stdout).toContain('  Authorization: Bearer {{payu.accessToken}}\n');
  expect(stdout).toContain('    "amount": 1.00\n');
  expect(stdout).toContain('  json $.status equals SUCCESS\n');
  expect(stdout).toContain('  place from header Location\n');
  expect(
    jsonOf(await cli.run(['collections', 'show', 'refunds-eu', 'deep/in-full', '--json'])),
  ).toMatchObject({
    path: 'deep/in-full',
    request: { name: 'In full' },
  });
});

it('collections schema prints what editors check the files with', async () => {
  const cli = openCli();
  const schemas = collectionJsonSchemas();
  const run = await cli.run(['collections', 'schema']);
  expect(JSON.parse(run.stdout)).toEqual(schemas.request);
  const other = await cli.run(['collections', 'schema', 'collection']);
  expect(JSON.parse(other.stdout)).toEqual(schemas.collection);
});

it.each([
  [['collections'], 'Something is missing.'],
  [['collections', 'lst'], 'There is no "collections lst". Did you mean list?'],
  [['collections', 'show'], 'collections show takes other words.'],
  [['collections', 'show', 'refund-eu'], 'Did you mean refunds-eu?'],
  [['collections', 'show', 'refunds-eu', 'deep/in-ful'], 'Did you mean deep/in-full?'],
  [['collections', 'show', '../..'], 'There is no collection "../.."'],
  [['collections', 'schema', 'requests'], 'Did you mean request?'],
])('%j says what is wrong in a sentence', async (args, words) => {
  const run = await openWithCollection().run(args);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain(words);
  expectSentence(run);
});
