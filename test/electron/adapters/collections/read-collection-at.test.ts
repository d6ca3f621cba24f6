import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';

import { readCollectionAt } from '../../../../electron/adapters/collections/read-collection-at.ts';
import { createYamlCollectionStore } from '../../../../electron/adapters/collections/yaml-collection-store.ts';
import type { CollectionContent } from '../../../../shared/model/collection.ts';
import { someRequest } from '../../../support/some-request.ts';
import { temporaryDirectory } from '../../../support/temporary-directory.ts';
import { valueOf } from '../../../support/value-of.ts';

const content: CollectionContent = {
  name: 'Refunds',
  notes: 'For support.',
  variables: [{ name: 'payu.amount', value: '0.10' }],
  items: [
    { kind: 'request', request: someRequest('One') },
    {
      kind: 'folder',
      name: 'Deep',
      notes: '',
      items: [{ kind: 'request', request: someRequest('Two') }],
    },
  ],
};

let folder = '';

beforeEach(() => {
  const workspace = temporaryDirectory();
  valueOf(createYamlCollectionStore(workspace, temporaryDirectory()).create(content));
  folder = join(workspace, 'collections', 'refunds');
});

it('reads a whole collection by its folder or its own file', () => {
  expect(readCollectionAt(folder)).toEqual({ ok: true, value: content });
  expect(readCollectionAt(join(folder, 'collection.yaml'))).toEqual({ ok: true, value: content });
});

it('reads a folder and a single request with the variables of the collection around them', () => {
  const { variables } = content;
  const items = [{ kind: 'request', request: someRequest('Two') }];
  const deep = { ok: true, value: { name: 'Deep', notes: '', variables, items } };
  expect(readCollectionAt(join(folder, 'deep'))).toEqual(deep);
  expect(readCollectionAt(join(folder, 'deep', 'folder.yaml'))).toEqual(deep);
  expect(readCollectionAt(join(folder, 'deep', 'two.yaml'))).toEqual({
    ok: true,
    value: { name: 'Two', notes: '', variables, items },
  });
});

it('reads a request that stands in no collection', () => {
  const path = join(temporaryDirectory(), 'alone.yaml');
  writeFileSync(path, readFileSync(join(folder, 'one.yaml')));
  expect(readCollectionAt(path)).toMatchObject({ ok: true, value: { name: 'One', variables: [] } });
});

it('leaves nothing out: one file that cannot be read fails it all, with its name', () => {
  writeFileSync(join(folder, 'deep', 'two.yaml'), 'version: "1"\n  name: [');
  expect(readCollectionAt(folder)).toMatchObject({
    ok: false,
    error: { message: expect.stringMatching(/two\.yaml cannot be read: .+ at line 2/) as string },
  });
  writeFileSync(join(folder, 'collection.yaml'), 'version: "9"\n');
  expect(readCollectionAt(join(folder, 'one.yaml'))).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('of a newer workbench') as string },
  });
});

it('says what is wrong with a path', () => {
  const empty = temporaryDirectory();
  writeFileSync(join(empty, 'data.csv'), 'a,b\n');
  expect(readCollectionAt(join(empty, 'gone'))).toMatchObject({
    ok: false,
    error: { code: 'storage', message: expect.stringContaining('it does not exist') as string },
  });
  expect(readCollectionAt(empty)).toMatchObject({ ok: false, error: { code: 'bad-collection' } });
  expect(readCollectionAt(join(empty, 'data.csv'))).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('its name does not end in .yaml') as string },
  });
});
