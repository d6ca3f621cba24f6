import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, it, onTestFinished } from 'vitest';

import { createYamlCollectionStore } from '../../../electron/adapters/collections/yaml-collection-store.ts';
import type { WorkbenchEvent } from '../../../shared/contract/events.ts';
import { inputSchemas } from '../../../shared/contract/schemas.ts';
import type { CollectionContent } from '../../../shared/model/collection.ts';
import { openTestWorkbench, type TestWorkbench } from '../../support/open-test-workbench.ts';
import { someRequest } from '../../support/some-request.ts';
import { valueOf } from '../../support/value-of.ts';

const secret = 'canary-4f1b/77+c';

const refunds: CollectionContent = { name: 'Refunds', notes: '', variables: [], items: [] };

/** A workbench that knows a secret, given to this program alone. */
function openWithSecret(): TestWorkbench {
  return openTestWorkbench({ REFUND_WORKBENCH_SECRET_PAYU_ACCESSTOKEN: secret });
}

/** Everything that stands in the workspace. */
function writtenIn({ workspace }: TestWorkbench): string {
  return readdirSync(workspace, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

async function addEnvironment({ handlers }: TestWorkbench): Promise<void> {
  valueOf(
    await handlers['environment.save']({
      id: 'staging',
      name: 'Staging',
      environmentClass: 'test',
      notes: '',
      variables: [],
      secrets: ['shop.password'],
    }),
  );
}

it('keeps a collection through its life: made, filled, changed, copied, moved, removed and brought back', async () => {
  const { handlers } = openTestWorkbench();
  const made = valueOf(await handlers['collection.create'](refunds));
  expect(made).toMatchObject({ id: 'refunds', path: '', overview: { problems: [] } });
  const added = valueOf(
    await handlers['collection.add-request']({ id: 'refunds', folder: '', request: someRequest('One') }),
  );
  expect(added).toMatchObject({ id: 'refunds', path: 'one' });
  valueOf(await handlers['collection.add-folder']({ id: 'refunds', folder: '', name: 'Deep' }));
  const copy = valueOf(await handlers['collection.duplicate']({ id: 'refunds', path: 'one' }));
  expect(copy.path).toBe('one-copy');
  const to = { id: 'refunds', folder: 'deep', index: 0 };
  const moved = valueOf(await handlers['collection.move']({ id: 'refunds', paths: ['one-copy'], to }));
  expect(moved).toMatchObject({ id: 'refunds', path: 'deep/one-copy' });
  const [collection] = moved.overview.collections;
  const node = collection?.items.find(({ path }) => path === 'one');
  if (node?.kind !== 'request') throw new Error('It is there');
  const request = { ...node.request, name: 'First' };
  const saved = await handlers['collection.save-request']({
    id: 'refunds',
    path: 'one',
    request,
    revision: node.revision,
  });
  expect(valueOf(saved).path).toBe('first');
  valueOf(
    await handlers['collection.save-folder']({ id: 'refunds', path: 'deep', name: 'Deeper', notes: '' }),
  );
  const removed = valueOf(await handlers['collection.remove']({ id: 'refunds', paths: [] }));
  expect(removed.overview.collections).toEqual([]);
  const back = valueOf(await handlers['collection.undo']({ token: removed.undo }));
  expect(back.collections).toMatchObject([
    {
      id: 'refunds',
      items: [
        { path: 'first', request: { name: 'First' } },
        { path: 'deep', name: 'Deeper', items: [{ path: 'deep/one-copy' }] },
      ],
    },
  ]);
  expect(await handlers['collection.list'](null)).toEqual(back);
});

it('writes a secret that is known as its reference, wherever it stands in a request', async () => {
  const workbench = openWithSecret();
  await addEnvironment(workbench);
  const { handlers } = workbench;
  const one = someRequest('One');
  const base64 = Buffer.from(`user:${secret}`).toString('base64');
  const request = {
    ...one,
    notes: `It is ${secret}.`,
    draft: {
      ...one.draft,
      url: `https://example.test/?token=${encodeURIComponent(secret)}`,
      headers: [
        ['Authorization', `Bearer ${secret}`],
        ['X-Basic', `Basic ${base64}`],
      ] as const,
      body: { kind: 'form' as const, fields: [{ name: 'token', value: secret }], main: null },
    },
    checks: [
      { subject: { of: 'header' as const, name: 'X' }, operator: 'equals' as const, expected: secret },
    ],
  };
  valueOf(
    await handlers['collection.create']({
      ...refunds,
      notes: secret,
      variables: [{ name: 'token', value: secret }],
      items: [{ kind: 'folder', name: 'Deep', notes: secret, items: [{ kind: 'request', request }] }],
    }),
  );
  const added = valueOf(await handlers['collection.add-request']({ id: 'refunds', folder: '', request }));
  const node = added.overview.collections[0]?.items.find(({ path }) => path === 'one');
  if (node?.kind !== 'request') throw new Error('It is there');
  valueOf(
    await handlers['collection.save-request']({
      id: 'refunds',
      path: 'one',
      request,
      revision: node.revision,
    }),
  );
  const { revision = '' } = added.overview.collections[0] ?? {};
  valueOf(
    await handlers['collection.save']({
      id: 'refunds',
      name: 'Refunds',
      notes: `${secret}!`,
      variables: [{ name: 'token', value: secret }],
      revision,
    }),
  );
  const written = writtenIn(workbench);
  expect(written).not.toContain(secret);
  expect(written).not.toContain(encodeURIComponent(secret));
  expect(written).not.toContain(base64);
  expect(node.request.draft.headers[0]).toEqual(['Authorization', 'Bearer {{payu.accessToken}}']);
  expect(node.request.checks[0]?.expected).toBe('{{payu.accessToken}}');
});

it('refuses a variable that is a secret, of an API or of an environment, and writes nothing', async () => {
  const workbench = openTestWorkbench();
  await addEnvironment(workbench);
  for (const name of ['payu.clientSecret', 'shop.password']) {
    const variables = [{ name, value: 'unknown-secret' }];
    expect(await workbench.handlers['collection.create']({ ...refunds, variables })).toMatchObject({
      ok: false,
      error: { code: 'bad-collection', message: expect.stringContaining(`${name} is a secret`) as string },
    });
  }
  expect(writtenIn(workbench)).not.toContain('unknown-secret');
  const variables = [{ name: 'payu.clientSecret', value: '' }];
  expect((await workbench.handlers['collection.create']({ ...refunds, variables })).ok).toBe(true);
});

it('tells whoever listens of its own changes and of those of others', async () => {
  const workbench = openTestWorkbench();
  const events: WorkbenchEvent[] = [];
  onTestFinished(workbench.listen((event) => events.push(event)));
  valueOf(await workbench.handlers['collection.create'](refunds));
  expect(events).toContainEqual({ name: 'collection.changed', count: 1 });
  valueOf(createYamlCollectionStore(workbench.workspace, workbench.data).create(refunds));
  await expect
    .poll(() => events, { timeout: 10_000 })
    .toContainEqual({ name: 'collection.changed', count: 2 });
});

it.each(['..', 'a/../b', '/etc', '.removed', 'a\\b', 'a/', 'a\0b'])(
  'the door lets no path like %j in',
  (path) => {
    const schema = inputSchemas['collection.duplicate'];
    expect(v.safeParse(schema, { id: 'refunds', path }).success).toBe(false);
  },
);
