import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { createYamlEnvironmentStore } from '../../../electron/adapters/yaml-environment-store.ts';
import { writeImport } from '../../../electron/core/import-file.ts';
import type { CollectionContent } from '../../../shared/model/collection.ts';
import type { Environment } from '../../../shared/model/environment.ts';
import { fail, ok } from '../../../shared/model/result.ts';
import { openTestWorkbench, type TestWorkbench } from '../../support/open-test-workbench.ts';
import { contentOf, requestOf } from '../../support/run-plans.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { valueOf } from '../../support/value-of.ts';
import { everyApi } from '../postman-script/every-api-collection.ts';

const testEnvironment: Environment = {
  id: 'test',
  name: 'Test',
  environmentClass: 'test',
  notes: '',
  variables: [{ name: 'payu.baseUrl', value: 'https://payu.example' }],
  secrets: ['mine'],
};

async function exportOf(
  { handlers }: TestWorkbench,
  kind: 'postman' | 'har' | 'curl' | 'http',
  environmentId = 'sandbox',
): Promise<{ readonly texts: string; readonly remarks: string; readonly names: readonly string[] }> {
  const { id } = valueOf(await handlers['collection.create'](everyApi));
  const { files, remarks } = valueOf(await handlers['collection.export']({ id, kind, environmentId }));
  return {
    texts: files.map(({ text }) => text).join('\n'),
    remarks: remarks.map(({ text }) => text).join('\n'),
    names: files.map(({ fileName }) => fileName),
  };
}

describe('import', () => {
  it('writes a collection that was exported as the same collection', async () => {
    const bench = openTestWorkbench();
    const { id } = valueOf(await bench.handlers['collection.create'](everyApi));
    const order = { id, kind: 'postman', environmentId: 'sandbox' } as const;
    const [file] = valueOf(await bench.handlers['collection.export'](order)).files;
    const given = { name: file?.fileName ?? '', text: file?.text ?? '' };
    const preview = valueOf(await bench.handlers['import.read'](given));
    expect(preview.collections).toEqual([everyApi]);
    expect(preview.remarks).toEqual([]);
    const applied = valueOf(await bench.handlers['import.apply'](given));
    expect(applied.collections).toHaveLength(1);
    expect(applied.collections).not.toEqual([id]);
    const [first, second] = applied.overview.collections;
    expect(second?.items.map((item) => (item.kind === 'folder' ? item.name : item.request))).toEqual(
      first?.items.map((item) => (item.kind === 'folder' ? item.name : item.request)),
    );
  });

  it('writes nothing where nothing can be taken over, and says why', async () => {
    const bench = openTestWorkbench();
    const text = JSON.stringify({
      info: { name: 'X', schema: '/v2.1.0/' },
      item: [{ name: 'Weather', request: { method: 'GET', url: 'https://weather.example' } }],
    });
    const applied = await bench.handlers['import.apply']({ name: 'x.json', text });
    expect(applied).toMatchObject({
      ok: false,
      error: {
        code: 'bad-import',
        message: expect.stringContaining('Nothing in x.json can be taken over. Weather: '),
      },
    });
    expect((await bench.handlers['collection.list'](null)).collections).toEqual([]);
  });

  it('refuses what is larger than a collection can be, before anything is written', async () => {
    const bench = openTestWorkbench();
    const many = Array.from({ length: 10_001 }, () => ({ name: 'F', item: [] }));
    const text = JSON.stringify({ info: { name: 'X', schema: '/v2.1.0/' }, item: many });
    expect(await bench.handlers['import.apply']({ name: 'x.json', text })).toMatchObject({
      ok: false,
      error: { code: 'bad-import', message: expect.stringContaining('X cannot be kept as it is: items: ') },
    });
  });

  it('gives an environment another name where its own is taken, and never touches the other', async () => {
    const bench = openTestWorkbench();
    const text = JSON.stringify({
      name: 'Local sandbox',
      values: [{ key: 'payu.merchantId', value: '7' }],
      _postman_variable_scope: 'environment',
    });
    const once = valueOf(await bench.handlers['import.apply']({ name: 'e.json', text }));
    const twice = valueOf(await bench.handlers['import.apply']({ name: 'e.json', text }));
    expect([...once.environments, ...twice.environments]).toEqual(['local-sandbox-2', 'local-sandbox-3']);
    expect(
      readdirSync(join(bench.workspace, 'environments')).filter((name) => !name.startsWith('.')),
    ).toHaveLength(2);
  });

  it('takes back what it wrote where a later part cannot be written', async () => {
    const { handlers, workspace } = openTestWorkbench();
    const environment = { ...testEnvironment, id: 'mine', name: 'Mine' };
    valueOf(await handlers['environment.save'](testEnvironment));
    const environments = createYamlEnvironmentStore(workspace, temporaryDirectory());
    const undone: string[] = [];
    const collections = {
      create: ({ name }: CollectionContent) =>
        name === 'Second'
          ? fail({ code: 'storage', message: 'The disk is full.', remedy: 'Make room.' } as const)
          : ok({ path: 'first', undo: 'token' }),
      undo: (token: string) => {
        undone.push(token);
        return ok(null);
      },
    };
    const secrets = {
      vault: { describe: async () => null },
      list: () => [],
      environmentIds: () => [],
      get: () => ok(null),
    };
    const ports = { collections, environments, secrets } as unknown as Parameters<typeof writeImport>[1];
    const preview = {
      environments: [environment],
      collections: [contentOf([]), { ...contentOf([]), name: 'Second' }],
    };
    expect(await writeImport(preview, ports)).toEqual(
      fail({ code: 'storage', message: 'The disk is full. Nothing was imported.', remedy: 'Make room.' }),
    );
    expect(undone).toEqual(['token']);
    expect(readdirSync(join(workspace, 'environments')).filter((name) => name.includes('mine'))).toEqual([]);
    expect(environments.list().environments.map(({ id }) => id)).toEqual(['test']);
  });
});

describe('export', () => {
  it('writes no secret for any program, not even one that stands in a file by mistake', async () => {
    const bench = openTestWorkbench({ REFUND_WORKBENCH_SECRET_PAYU_CLIENTSECRET: 'do-not-show-1' });
    const { id } = valueOf(
      await bench.handlers['collection.create'](contentOf([requestOf('A', 'payu', 'refund')])),
    );
    valueOf(await bench.handlers['environment.save'](testEnvironment));
    const folder = join(bench.workspace, 'collections', id);
    const path = join(folder, readdirSync(folder).find((name) => name.startsWith('a')) ?? '');
    writeFileSync(path, readFileSync(path, 'utf8').replace('{{payu.refundId}}', 'do-not-show-1'));
    for (const kind of ['postman', 'har', 'curl', 'http'] as const) {
      const { files } = valueOf(
        await bench.handlers['collection.export']({ id, kind, environmentId: 'test' }),
      );
      const all = files.map(({ text }) => text).join('\n');
      expect(all).not.toContain('do-not-show');
      expect(all).toContain('payu.clientSecret');
    }
  });

  it('writes an environment of Postman with secrets that are empty, and in the sandbox invented', async () => {
    const bench = openTestWorkbench();
    const { texts, names } = await exportOf(bench, 'postman');
    expect(names).toEqual(['every-api.postman_collection.json', 'local-sandbox.postman_environment.json']);
    expect(texts).toContain('"key": "payu.baseUrl"');
    expect(texts).toMatch(/"key": "payu\.clientSecret",\s+"value": "[^"]+",\s+"type": "secret"/);
  });

  it('says in the other formats what is left out, and what has to be put in', async () => {
    const bench = openTestWorkbench();
    for (const kind of ['har', 'curl', 'http'] as const) {
      const { remarks, texts } = await exportOf(bench, kind);
      expect(remarks).toContain('{{$signature}}');
      expect(remarks).toContain('no place for checks and captures');
      expect(remarks).toContain("passes none of the workbench's checks");
      expect(texts).toContain('403993715529606983');
    }
  });

  it('says that a collection is not there', async () => {
    const { handlers } = openTestWorkbench();
    const order = { id: 'nowhere', kind: 'har', environmentId: 'sandbox' } as const;
    expect(await handlers['collection.export'](order)).toMatchObject({
      ok: false,
      error: { code: 'bad-collection' },
    });
  });
});
