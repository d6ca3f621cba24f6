import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';

import { createYamlCollectionStore } from '../../../../electron/adapters/collections/yaml-collection-store.ts';
import type {
  Collection,
  CollectionContent,
  ContentNode,
  StoredNode,
  StoredRequest,
} from '../../../../shared/model/collection.ts';
import type { CollectionStore, StoreChange } from '../../../../shared/ports/collection-store.ts';
import { anyRequest } from '../../../support/any-request.ts';
import { someRequest } from '../../../support/some-request.ts';
import { temporaryDirectory } from '../../../support/temporary-directory.ts';
import { valueOf } from '../../../support/value-of.ts';

type Opened = {
  readonly store: CollectionStore;
  readonly root: string;
  readonly again: () => CollectionStore;
};

function openStore(): Opened {
  const [workspace, data] = [temporaryDirectory(), temporaryDirectory()];
  const again = (): CollectionStore => createYamlCollectionStore(workspace, data);
  return { store: again(), root: join(workspace, 'collections'), again };
}

function request(name: string): ContentNode {
  return { kind: 'request', request: someRequest(name) };
}

function folder(name: string, ...items: readonly ContentNode[]): ContentNode {
  return { kind: 'folder', name, notes: '', items };
}

function content(...items: readonly ContentNode[]): CollectionContent {
  return { name: 'Refunds', notes: '', variables: [], items };
}

/** A store with one collection, `refunds`. */
function storeWith(...items: readonly ContentNode[]): Opened {
  const opened = openStore();
  valueOf(opened.store.create(content(...items)));
  return opened;
}

function pathsOf(items: readonly StoredNode[]): readonly string[] {
  return items.flatMap((node) => [node.path, ...(node.kind === 'folder' ? pathsOf(node.items) : [])]);
}

function collectionOf(store: CollectionStore, id = 'refunds'): Collection {
  const found = store.list().collections.find((collection) => collection.id === id);
  if (found === undefined) throw new Error(`There is no ${id}`);
  return found;
}

function paths(store: CollectionStore, id = 'refunds'): readonly string[] {
  return pathsOf(collectionOf(store, id).items);
}

function requestAt(store: CollectionStore, path: string): StoredRequest {
  const find = (items: readonly StoredNode[]): StoredRequest | undefined =>
    items
      .map((node) => (node.kind === 'folder' ? find(node.items) : node.path === path ? node : undefined))
      .find((node) => node !== undefined);
  const found = find(collectionOf(store).items);
  if (found === undefined) throw new Error(`There is no ${path}`);
  return found;
}

function undo(store: CollectionStore, change: StoreChange): void {
  expect(store.undo(change.undo)).toEqual({ ok: true, value: null });
}

/** Every file that git would see, with its text. */
function filesOf(root: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .filter((path) => !path.startsWith('.'))
      .toSorted()
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );
}

describe('a new collection', () => {
  it('is a folder with a file for each request, in the order it was given', () => {
    const { store, root } = storeWith(
      request('Zero'),
      folder('Partial', request('One'), folder('Deep', request('Two'))),
      request('Alpha'),
    );
    expect(Object.keys(filesOf(root))).toEqual([
      'refunds/alpha.yaml',
      'refunds/collection.yaml',
      'refunds/partial/deep/folder.yaml',
      'refunds/partial/deep/two.yaml',
      'refunds/partial/folder.yaml',
      'refunds/partial/one.yaml',
      'refunds/zero.yaml',
    ]);
    expect(paths(store)).toEqual([
      'zero',
      'partial',
      'partial/one',
      'partial/deep',
      'partial/deep/two',
      'alpha',
    ]);
    expect(readFileSync(join(root, 'refunds', 'collection.yaml'), 'utf8')).toBe(
      [
        '# yaml-language-server: $schema=../.schema/collection-1.json',
        'version: "1"',
        'name: "Refunds"',
        'order:',
        '  - zero',
        '  - partial',
        '  - alpha',
        '',
      ].join('\n'),
    );
  });

  it('comes back as it was: any tree of any requests', () => {
    const { store } = openStore();
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .map((text) => `${text.trim()}.`);
    const tree = fc.letrec<{ node: ContentNode }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        anyRequest.map((given) => ({ kind: 'request' as const, request: given })),
        fc.record({
          kind: fc.constant('folder' as const),
          name,
          notes: fc.string({ unit: 'grapheme' }),
          items: fc.array(tie('node'), { maxLength: 3 }),
        }),
      ),
    })).node;
    const contents = fc.record({
      name,
      notes: fc.string({ unit: 'grapheme' }),
      variables: fc.uniqueArray(fc.record({ name, value: fc.string({ unit: 'grapheme' }) }), {
        selector: (variable) => variable.name,
        maxLength: 4,
      }),
      items: fc.array(tree, { maxLength: 4 }),
    });
    const back = (node: StoredNode): ContentNode =>
      node.kind === 'request'
        ? { kind: 'request', request: node.request }
        : { kind: 'folder', name: node.name, notes: node.notes, items: node.items.map(back) };
    fc.assert(
      fc.property(contents, (given) => {
        const made = valueOf(store.create(given));
        const { name: kept, notes, variables, items } = collectionOf(store, made.path);
        expect({ name: kept, notes, variables, items: items.map(back) }).toEqual(given);
        expect(store.list().problems).toEqual([]);
        undo(store, made);
      }),
      { seed: 5, numRuns: 40 },
    );
  });

  it.each([
    ['Réfunds EU', 'refunds-eu'],
    ['返金', 'collection-1'],
    ['con', 'con-1'],
    ['LPT1', 'lpt1-1'],
    [' ../../etc ', 'etc'],
    ['a.', 'a'],
    ['x'.repeat(200), 'x'.repeat(60)],
  ])('of the name %j lies in a folder that every system takes: %s', (name, id) => {
    expect(openStore().store.create({ ...content(), name })).toMatchObject({ ok: true, value: { path: id } });
  });

  it('never takes the name of another, also where only capitals differ', () => {
    const { store, root } = openStore();
    mkdirSync(join(root, 'Refunds'), { recursive: true });
    expect(valueOf(store.create(content())).path).toBe('refunds-2');
    expect(valueOf(store.create(content())).path).toBe('refunds-3');
  });

  it('gives requests of one name files of their own', () => {
    const { store } = storeWith(
      request('In full'),
      request('in FULL'),
      request('Folder'),
      request('collection'),
    );
    expect(paths(store)).toEqual(['in-full', 'in-full-2', 'folder-1', 'collection-1']);
  });

  it('brings the schemas that its files point to', () => {
    const { root } = storeWith(folder('Deep', request('One')));
    for (const [path, text] of Object.entries(filesOf(root))) {
      const [, schema = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
      expect(existsSync(join(root, path, '..', schema)), path).toBe(true);
    }
  });

  it('leaves nothing behind but itself', () => {
    const { root } = storeWith(request('One'));
    expect(readdirSync(root).toSorted()).toEqual(['.removed', '.schema', 'refunds']);
    expect(readdirSync(join(root, '.removed'))).toEqual(['.gitignore']);
  });
});

describe('a change', () => {
  it('of a request touches its file alone, and one that changes nothing none', () => {
    const { store, root } = storeWith(request('One'), request('Two'));
    const before = filesOf(root);
    const { request: one, revision } = requestAt(store, 'one');
    store.saveRequest('refunds', 'one', one, revision);
    expect(filesOf(root)).toEqual(before);
    valueOf(store.saveRequest('refunds', 'one', { ...one, notes: 'New' }, revision));
    const after = filesOf(root);
    expect(Object.keys(after).filter((path) => after[path] !== before[path])).toEqual(['refunds/one.yaml']);
    expect(after['refunds/one.yaml']).toBe(
      before['refunds/one.yaml']?.replace('name: "One"\n', 'name: "One"\nnotes: "New"\n'),
    );
  });

  it('of a name renames the file and keeps its place', () => {
    const { store } = storeWith(request('One'), request('Two'), request('Three'));
    const { request: two, revision } = requestAt(store, 'two');
    const saved = valueOf(store.saveRequest('refunds', 'two', { ...two, name: 'In part' }, revision));
    expect(saved.path).toBe('in-part');
    expect(paths(store)).toEqual(['one', 'in-part', 'three']);
    undo(store, saved);
    expect(paths(store)).toEqual(['one', 'two', 'three']);
    expect(requestAt(store, 'two').request).toEqual(two);
  });

  it('of a name leaves a file that a person named', () => {
    const { store, root } = storeWith(request('One'));
    renameSync(join(root, 'refunds', 'one.yaml'), join(root, 'refunds', '01 Mine.yaml'));
    const { request: one, revision } = requestAt(store, '01 Mine');
    expect(valueOf(store.saveRequest('refunds', '01 Mine', { ...one, name: 'Else' }, revision)).path).toBe(
      '01 Mine',
    );
  });

  it('over a file that somebody changed is refused, and neither is lost', () => {
    const { store, root } = storeWith(request('One'));
    const { request: one, revision } = requestAt(store, 'one');
    const path = join(root, 'refunds', 'one.yaml');
    const theirs = readFileSync(path, 'utf8').replace('POST', 'GET');
    writeFileSync(path, theirs);
    expect(store.saveRequest('refunds', 'one', { ...one, notes: 'Mine' }, revision)).toEqual({
      ok: false,
      error: {
        code: 'bad-collection',
        message:
          'The file of One was changed by someone else since it was opened here, so nothing was saved.',
        remedy: 'Take what the file says now, or keep yours and save again.',
      },
    });
    expect(readFileSync(path, 'utf8')).toBe(theirs);
    expect(store.save('refunds', content(), 'another revision').ok).toBe(false);
  });

  it('of the settings keeps order and comments', () => {
    const { store, root } = storeWith(request('One'));
    const path = join(root, 'refunds', 'collection.yaml');
    writeFileSync(path, `# Ask Ms Example.\n${readFileSync(path, 'utf8')}`);
    const before = readFileSync(path, 'utf8');
    const variables = [{ name: 'payu.amount', value: '0.10' }];
    const { revision } = collectionOf(store);
    const saved = valueOf(store.save('refunds', { name: 'Refunds', notes: '', variables }, revision));
    expect(readFileSync(path, 'utf8')).toBe(
      before.replace('order:', 'variables:\n  payu.amount: "0.10"\norder:'),
    );
    undo(store, saved);
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('that adds a request adds a file, and lines only where the order would be another', () => {
    const { store, root } = storeWith(request('Zero'), request('One'));
    const before = filesOf(root);
    const changed = (): readonly string[] =>
      Object.entries(filesOf(root)).flatMap(([path, text]) => (before[path] === text ? [] : [path]));
    expect(valueOf(store.addRequest('refunds', '', someRequest('Beta'))).path).toBe('beta');
    expect(changed()).toEqual(['refunds/beta.yaml']);
    valueOf(store.addRequest('refunds', '', someRequest('Alpha')));
    expect(changed()).toEqual(['refunds/alpha.yaml', 'refunds/beta.yaml', 'refunds/collection.yaml']);
    expect(filesOf(root)['refunds/collection.yaml']).toBe(
      `${before['refunds/collection.yaml']}  - beta\n  - alpha\n`,
    );
    expect(paths(store)).toEqual(['zero', 'one', 'beta', 'alpha']);
  });

  it('copies a request after itself, a folder with all in it, and a collection', () => {
    const { store } = storeWith(request('One'), folder('Deep', request('Two')), request('Three'));
    expect(valueOf(store.duplicate('refunds', 'one')).path).toBe('one-copy');
    expect(valueOf(store.duplicate('refunds', 'one')).path).toBe('one-copy-2');
    valueOf(store.duplicate('refunds', 'deep'));
    expect(paths(store)).toEqual([
      'one',
      'one-copy-2',
      'one-copy',
      'deep',
      'deep/two',
      'deep-copy',
      'deep-copy/two',
      'three',
    ]);
    expect(requestAt(store, 'one-copy-2').request).toEqual(someRequest('One (copy 2)'));
    expect(valueOf(store.duplicate('refunds', '')).path).toBe('refunds-copy');
    expect(paths(store, 'refunds-copy')).toEqual(paths(store));
    expect(collectionOf(store, 'refunds-copy').name).toBe('Refunds (copy)');
  });

  it('moves within a folder, into another and into another collection', () => {
    const { store, root } = storeWith(request('One'), request('Two'), folder('Deep', request('Three')));
    valueOf(store.create({ ...content(request('One')), name: 'Other' }));
    const to = (folderPath: string, index: number, id = 'refunds') => ({ id, folder: folderPath, index });
    valueOf(store.move({ id: 'refunds', paths: ['deep'] }, to('', 0)));
    expect(paths(store)).toEqual(['deep', 'deep/three', 'one', 'two']);
    valueOf(store.move({ id: 'refunds', paths: ['one', 'two'] }, to('deep', 0)));
    expect(paths(store)).toEqual(['deep', 'deep/one', 'deep/two', 'deep/three']);
    const moved = valueOf(store.move({ id: 'refunds', paths: ['deep/one'] }, to('', 0, 'other')));
    expect(moved.path).toBe('one-2');
    expect(paths(store, 'other')).toEqual(['one-2', 'one']);
    expect(paths(store)).toEqual(['deep', 'deep/two', 'deep/three']);
    const text = readFileSync(join(root, 'other', 'one-2.yaml'), 'utf8');
    expect(text).toContain('$schema=../.schema/request-1.json');
    undo(store, moved);
    expect(paths(store, 'other')).toEqual(['one']);
    expect(paths(store)).toEqual(['deep', 'deep/one', 'deep/two', 'deep/three']);
    expect(store.list().problems).toEqual([]);
  });

  it('never moves a folder into itself', () => {
    const { store } = storeWith(folder('Deep', folder('Deeper')));
    expect(
      store.move({ id: 'refunds', paths: ['deep'] }, { id: 'refunds', folder: 'deep/deeper', index: 0 }),
    ).toMatchObject({
      ok: false,
      error: { code: 'bad-collection', message: expect.stringContaining('into itself') as string },
    });
  });

  it('never makes folders stand deeper than they are read', () => {
    const { store } = storeWith();
    let path = '';
    for (let depth = 0; depth < 20; depth += 1) path = valueOf(store.addFolder('refunds', path, 'f')).path;
    expect(store.addFolder('refunds', path, 'f')).toMatchObject({
      ok: false,
      error: { code: 'bad-collection' },
    });
    expect(store.addRequest('refunds', path, someRequest('One')).ok).toBe(false);
    expect(paths(store)).toHaveLength(20);
  });
});

describe('any change', () => {
  it('can be taken back: every file is as it was', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), at: fc.nat(20) }),
      fc.record({ kind: fc.constant('folder' as const), at: fc.nat(20) }),
      fc.record({ kind: fc.constant('copy' as const), at: fc.nat(20) }),
      fc.record({ kind: fc.constant('move' as const), at: fc.nat(20), to: fc.nat(20), index: fc.nat(4) }),
      fc.record({ kind: fc.constant('remove' as const), at: fc.nat(20) }),
      fc.record({ kind: fc.constant('rename' as const), at: fc.nat(20) }),
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        const { store, root } = storeWith(
          request('One'),
          folder('Deep', request('Two'), request('One')),
          request('X'),
        );
        const states: (readonly [StoreChange, Readonly<Record<string, string>>])[] = [];
        for (const given of steps) {
          const before = filesOf(root);
          const all = paths(store);
          const at = all[given.at % Math.max(1, all.length)] ?? '';
          const folders = ['', ...all.filter((path) => existsSync(join(root, 'refunds', path)))];
          const into = (number: number): string => folders[number % folders.length] ?? '';
          const done = ((): ReturnType<CollectionStore['duplicate']> => {
            switch (given.kind) {
              case 'add':
                return store.addRequest('refunds', into(given.at), someRequest('Added'));
              case 'folder':
                return store.addFolder('refunds', into(given.at), 'Made');
              case 'copy':
                return store.duplicate('refunds', at);
              case 'move':
                return store.move(
                  { id: 'refunds', paths: [at] },
                  { id: 'refunds', folder: into(given.to), index: given.index },
                );
              case 'remove':
                return store.remove('refunds', at === '' ? [] : [at]);
              case 'rename': {
                if (folders.includes(at))
                  return store.saveFolder('refunds', at, { name: 'Renamed', notes: 'n' });
                const stored = requestAt(store, at);
                return store.saveRequest(
                  'refunds',
                  at,
                  { ...stored.request, name: 'Renamed' },
                  stored.revision,
                );
              }
            }
          })();
          if (!done.ok) {
            expect(filesOf(root)).toEqual(before);
            if (collectionsGone(store)) break;
            continue;
          }
          states.push([done.value, before]);
          if (collectionsGone(store)) break;
        }
        for (const [done, before] of states.toReversed()) {
          undo(store, done);
          expect(filesOf(root)).toEqual(before);
        }
      }),
      { seed: 21, numRuns: 40 },
    );
  });

  it('is taken back also after another one, which stays', () => {
    const { store } = storeWith(request('One'), request('Two'), request('Three'));
    const removed = valueOf(store.remove('refunds', ['two']));
    valueOf(store.addRequest('refunds', '', someRequest('Four')));
    const saved = collectionOf(store);
    valueOf(store.save('refunds', { ...saved, notes: 'Later' }, saved.revision));
    undo(store, removed);
    expect(paths(store)).toEqual(['one', 'two', 'three', 'four']);
    expect(collectionOf(store).notes).toBe('Later');
  });

  it('is not taken back where its file was changed since, and nothing is lost', () => {
    const { store, root } = storeWith();
    const added = valueOf(store.addRequest('refunds', '', someRequest('One')));
    const path = join(root, 'refunds', 'one.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('POST', 'GET'));
    const before = filesOf(root);
    expect(store.undo(added.undo)).toMatchObject({
      ok: false,
      error: {
        code: 'bad-collection',
        message: expect.stringContaining('one.yaml was changed since') as string,
      },
    });
    expect(filesOf(root)).toEqual(before);
    expect(store.undo('unknown')).toMatchObject({ ok: false, error: { code: 'bad-collection' } });
  });

  it('that removes keeps what was removed in a place that git does not see', () => {
    const { store, root, again } = storeWith(request('One'), folder('Deep', request('Two')));
    const before = filesOf(root);
    const { undo: token } = valueOf(store.remove('refunds', ['deep', 'deep/two', 'one']));
    expect(paths(store)).toEqual([]);
    expect(readFileSync(join(root, '.removed', '.gitignore'), 'utf8')).toBe('*\n');
    expect(readFileSync(join(root, '.removed', token, 'refunds', 'deep', 'two.yaml'), 'utf8')).toContain(
      '"Two"',
    );
    expect(again().list().problems).toEqual([]);
    expect(store.undo(token).ok).toBe(true);
    expect(filesOf(root)).toEqual(before);
    const whole = valueOf(store.remove('refunds', []));
    expect(store.list().collections).toEqual([]);
    undo(store, whole);
    expect(filesOf(root)).toEqual(before);
  });
});

function collectionsGone(store: CollectionStore): boolean {
  return store.list().collections.length === 0;
}

describe('files that others wrote', () => {
  it('come after those in the order, by name; names of none count for nothing', () => {
    const { store, root } = storeWith(request('Zero'), request('One'));
    const text = readFileSync(join(root, 'refunds', 'one.yaml'), 'utf8');
    writeFileSync(join(root, 'refunds', 'b.yaml'), text);
    writeFileSync(join(root, 'refunds', 'a.yaml'), text);
    rmSync(join(root, 'refunds', 'zero.yaml'));
    expect(paths(store)).toEqual(['one', 'a', 'b']);
  });

  it('need no collection file, and no folder file', () => {
    const { store, root } = storeWith(folder('Deep', request('One')));
    rmSync(join(root, 'refunds', 'collection.yaml'));
    rmSync(join(root, 'refunds', 'deep', 'folder.yaml'));
    expect(paths(store)).toEqual(['deep', 'deep/one']);
    const { name, revision, items } = collectionOf(store);
    expect([name, items[0]?.kind === 'folder' && items[0].name]).toEqual(['refunds', 'deep']);
    const saved = valueOf(store.save('refunds', { name: 'New', notes: '', variables: [] }, revision));
    expect(collectionOf(store).name).toBe('New');
    undo(store, saved);
    expect(existsSync(join(root, 'refunds', 'collection.yaml'))).toBe(false);
  });

  it.each([
    ['is not YAML', 'version: "1"\n  name: [', /bad\.yaml cannot be read: .+ at line 2, column \d+/],
    [
      'has the marks of a merge',
      '<<<<<<< HEAD\nversion: "1"\n=======\n',
      /bad\.yaml cannot be read: .+ at line \d/,
    ],
    ['is empty', '', /its version is null; this workbench reads version 1\./],
    ['names no API', 'version: "1"\noperation: a\nmethod: GET\nurl: a\n', /: api: /],
    ['holds bytes that are no text', Buffer.from([0x76, 0xff, 0xfe]), /it is not text in UTF-8\./],
    ['refers to what is not there', 'version: "1"\nname: *gone\n', /gone/],
  ])('and one that %s is named, left out and never overwritten', (_what, text, message) => {
    const { store, root } = storeWith(request('One'));
    const path = join(root, 'refunds', 'bad.yaml');
    writeFileSync(path, text);
    const { problems } = store.list();
    expect(paths(store)).toEqual(['one']);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(message);
    expect(problems[0]?.message).toContain(path);
    expect(valueOf(store.addRequest('refunds', '', someRequest('Bad'))).path).toBe('bad-2');
    expect(readFileSync(path)).toEqual(Buffer.from(text));
  });

  it('and a collection file that cannot be read leaves its requests to be seen, and nothing to be changed', () => {
    const { store, root } = storeWith(request('One'), request('Two'));
    const path = join(root, 'refunds', 'collection.yaml');
    writeFileSync(path, 'version: "2"\nname: Next\n');
    expect(collectionOf(store)).toMatchObject({
      name: 'Next',
      readOnly: { message: expect.stringContaining('of a newer workbench: its version is "2"') as string },
    });
    writeFileSync(path, '<<<<<<< HEAD\nversion: "1"');
    const before = filesOf(root);
    const { request: one, revision } = requestAt(store, 'one');
    expect(collectionOf(store).readOnly).not.toBeNull();
    for (const result of [
      store.addRequest('refunds', '', someRequest('Three')),
      store.saveRequest('refunds', 'one', { ...one, notes: 'x' }, revision),
      store.move({ id: 'refunds', paths: ['one'] }, { id: 'refunds', folder: '', index: 2 }),
      store.remove('refunds', ['one']),
      store.duplicate('refunds', 'one'),
    ]) {
      expect(result).toMatchObject({ ok: false, error: { code: 'storage' } });
    }
    expect(filesOf(root)).toEqual(before);
  });

  it('and a request of a newer workbench can be looked at where it can be understood, and not changed', () => {
    const { store, root } = storeWith(request('One'));
    const path = join(root, 'refunds', 'one.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('version: "1"', 'version: "2"\nnext: "x"'));
    const { request: one, revision, readOnly } = requestAt(store, 'one');
    expect(readOnly?.message).toContain('of a newer workbench');
    expect(store.saveRequest('refunds', 'one', one, revision)).toEqual({ ok: false, error: readOnly });
    expect(store.duplicate('refunds', 'one')).toEqual({ ok: false, error: readOnly });
  });

  it('never lead out of the folder: links are named and not followed', () => {
    const { store, root } = storeWith(request('One'));
    const outside = temporaryDirectory();
    writeFileSync(join(outside, 'secret.yaml'), readFileSync(join(root, 'refunds', 'one.yaml')));
    symlinkSync(outside, join(root, 'refunds', 'link'));
    symlinkSync(join(outside, 'secret.yaml'), join(root, 'refunds', 'file.yaml'));
    symlinkSync(outside, join(root, 'other'));
    expect(store.list().collections.map(({ id }) => id)).toEqual(['refunds']);
    expect(paths(store)).toEqual(['one']);
    expect(store.list().problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('other is left out'),
      expect.stringContaining('file.yaml is left out'),
      expect.stringContaining('link is left out'),
    ]);
    for (const result of [
      store.addRequest('refunds', 'link', someRequest('Two')),
      store.addRequest('other', '', someRequest('Two')),
      store.remove('refunds', ['link/secret']),
    ]) {
      expect(result).toMatchObject({ ok: false, error: { code: 'bad-collection' } });
    }
    expect(readdirSync(outside)).toEqual(['secret.yaml']);
  });

  it.each(['..', '../..', '.removed', '', 'refunds/..', '/etc', 'refunds\\..'])(
    'are not reached by the id or path %j',
    (bad) => {
      const { store, root } = storeWith(folder('Deep', request('One')));
      const before = filesOf(root);
      for (const result of [
        store.addRequest(bad, '', someRequest('Two')),
        store.save(bad, content(), 'x'),
        store.remove(bad, []),
        ...(bad === '' ? [] : [store.addFolder('refunds', bad, 'x'), store.remove('refunds', [bad])]),
      ]) {
        expect(result).toMatchObject({ ok: false, error: { code: 'bad-collection' } });
      }
      expect(filesOf(root)).toEqual(before);
    },
  );

  it('whose names differ only in capitals are read once, and the other is named', () => {
    const { store, root } = storeWith(request('One'));
    const text = readFileSync(join(root, 'refunds', 'one.yaml'), 'utf8');
    writeFileSync(join(root, 'refunds', 'ONE.yaml'), text);
    mkdirSync(join(root, 'REFUNDS'));
    expect(store.list().collections.map(({ id }) => id)).toEqual(['refunds']);
    expect(paths(store)).toEqual(['one']);
    expect(store.list().problems.map(({ message }) => message)).toEqual([
      expect.stringContaining(
        'REFUNDS is left out of the collections: its name differs from refunds only in capitals',
      ),
      expect.stringContaining(
        'ONE.yaml is left out of the collections: its name differs from one only in capitals',
      ),
    ]);
  });

  it('are heard of, in every folder, and the hidden ones are not', async () => {
    const { root, again } = storeWith(folder('Deep', request('One')));
    let heard = 0;
    const workspace = join(root, '..');
    const store = createYamlCollectionStore(workspace, temporaryDirectory(), { gather: 10, look: 100 });
    onTestFinished(store.watch(() => (heard += 1)));
    const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 400));
    writeFileSync(join(root, '.removed', 'a.yaml'), 'x');
    await rest();
    expect(heard).toBe(0);
    again().addRequest('refunds', 'deep', someRequest('Two'));
    await expect.poll(() => heard).toBeGreaterThan(0);
  });
});

describe('a thousand requests', () => {
  it('are listed within seconds, and again at once', () => {
    const { root, again } = storeWith(request('One'));
    const text = readFileSync(join(root, 'refunds', 'one.yaml'), 'utf8');
    for (let number = 2; number <= 1000; number += 1) {
      writeFileSync(
        join(root, 'refunds', `request-${number}.yaml`),
        text.replace('"One"', `"Request ${number}"`),
      );
    }
    const fresh = again();
    const first = performance.now();
    expect(paths(fresh)).toHaveLength(1000);
    const second = performance.now();
    fresh.list();
    const third = performance.now();
    expect(second - first).toBeLessThan(8000);
    expect(third - second).toBeLessThan((second - first) / 2);
  });
});
