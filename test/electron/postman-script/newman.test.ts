import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { findApi } from '../../../shared/apis/registry.ts';
import { draftFromTemplate } from '../../../shared/engine/draft-from-template.ts';
import type { Capture, Check, CheckSubject } from '../../../shared/model/check.ts';
import type { CollectionContent, ContentNode } from '../../../shared/model/collection.ts';
import { openTestWorkbench } from '../../support/open-test-workbench.ts';
import { project } from '../../support/run-cli.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { valueOf } from '../../support/value-of.ts';

function equals(subject: CheckSubject, expected: string): Check {
  return { subject, operator: 'equals', expected };
}

function request(
  apiId: string,
  template: string,
  name: string,
  checks: readonly Check[] = [],
  captures: readonly Capture[] = [],
  edit: (text: string) => string = (text) => text,
): ContentNode {
  const api = findApi(apiId);
  const found = api?.templates.find(({ id }) => id === template);
  if (api === null || found === undefined) throw new Error(`There is no ${apiId}/${template}`);
  const draft = draftFromTemplate(api, found);
  const body = draft.body.kind === 'text' ? { ...draft.body, text: edit(draft.body.text) } : draft.body;
  return { kind: 'request', request: { name, notes: '', draft: { ...draft, body }, checks, captures } };
}

const json = (path: string): CheckSubject => ({ of: 'json', path });

const content: CollectionContent = {
  name: 'Every API',
  notes: 'Five APIs.',
  variables: [{ name: 'wanted', value: '200' }],
  items: apis(),
};

function apis(): readonly ContentNode[] {
  return [
    {
      kind: 'folder',
      name: 'PayU',
      notes: '',
      items: [
        request('payu', 'refund', 'In full', [equals({ of: 'status' }, '{{wanted}}'), equals({ of: 'verdict' }, 'pending')]),
        request('payu', 'refund', 'Again'),
        request('payu', 'partial-refund', 'Part'),
        request('payu', 'refund-status', 'Status'),
      ],
    },
    request('digipay', 'refund', 'Wallet'),
    request('edubrite', 'refund', 'Course'),
    request('luminate', 'mixed-batch', 'Batch'),
    request('front-payment', 'refund', 'Order'),
  ];
}
void json;

describe('an exported collection in newman', () => {
  it('runs', async () => {
    const bench = openTestWorkbench();
    valueOf(await bench.handlers['sandbox.start'](null));
    const created = valueOf(await bench.handlers['collection.create'](content));
    const exported = valueOf(
      await bench.handlers['collection.export']({ id: created.id, kind: 'postman', environmentId: 'sandbox' }),
    );
    const folder = temporaryDirectory();
    for (const { fileName, text } of exported.files) {
      writeFileSync(join(folder, fileName), text);
      writeFileSync(join('/tmp/tr', fileName), text);
    }
    const [collection, environment] = exported.files.map(({ fileName }) => join(folder, fileName));
    const report = join(folder, 'report.json');
    const child = spawn(process.execPath, [
      join(project, 'node_modules', 'newman', 'bin', 'newman.js'),
      'run',
      collection ?? '',
      '--environment',
      environment ?? '',
      '--reporters',
      'cli,json',
      '--reporter-json-export',
      report,
      '--color',
      'off',
    ]);
    let out = '';
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.stderr.on('data', (chunk) => (out += String(chunk)));
    await new Promise((resolve) => child.once('close', resolve));
    console.log(out);
    writeFileSync('/tmp/tr/report.json', readFileSync(report));
    expect(out).not.toBe('');
  });
});
