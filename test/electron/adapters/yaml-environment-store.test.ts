import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createYamlEnvironmentStore } from '../../../electron/adapters/yaml-environment-store.ts';
import type { Environment } from '../../../shared/model/environment.ts';
import type { EnvironmentStore } from '../../../shared/ports/environment-store.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

type Folders = { readonly workspace: string; readonly data: string };

function makeFolders(): Folders {
  return { workspace: temporaryDirectory(), data: temporaryDirectory() };
}

function openStore({ workspace, data }: Folders = makeFolders()): EnvironmentStore {
  return createYamlEnvironmentStore(workspace, data);
}

/** Saves over whatever stands in the file now. */
function save(store: EnvironmentStore, environment: Environment): ReturnType<EnvironmentStore['save']> {
  return store.save(environment, store.list().files[environment.id]?.revision ?? null);
}

/** A store whose workspace holds one environment file of the given text. */
function storeWith(text: string | Uint8Array): { readonly store: EnvironmentStore; readonly path: string } {
  const folders = makeFolders();
  const path = join(folders.workspace, 'environments', 'staging.yaml');
  mkdirSync(join(folders.workspace, 'environments'));
  writeFileSync(path, text);
  return { store: openStore(folders), path };
}

const staging: Environment = {
  id: 'staging',
  name: 'Staging',
  environmentClass: 'test',
  notes: 'Two lines:\nthe second: with a colon # and a hash',
  variables: [
    { name: 'payu.amount', value: '1.00' },
    { name: 'payu.payuId', value: '403993715529606983' },
    { name: 'payu.merchantId', value: '0005' },
  ],
  secrets: ['payu.accessToken', 'payu.clientSecret'],
};

/** Texts that YAML would like to read as something else. */
const guessable = [
  '0005',
  '1.00',
  '0.10',
  '1e3',
  '0x1F',
  '0o17',
  '1_000',
  '403993715529606983',
  'true',
  'no',
  'null',
  '~',
  '.inf',
  '2026-01-31',
  '12:30:00',
  '- a',
  'a: b',
  '# a',
  '{{payu.amount}}',
  '*a',
  '&a',
  '!!str a',
  '',
  ' ',
  ' a ',
  "'",
  '"',
  '\\',
  'two\nlines\n',
  '\n',
  '\t',
  'Grüße 返金 💶',
  '\u0085\u2028\uFEFF',
];

describe('what is saved', () => {
  it('comes back as it was', () => {
    const folders = makeFolders();
    expect(save(openStore(folders), staging)).toEqual({ ok: true, value: staging });
    expect(openStore(folders).list()).toMatchObject({ environments: [staging], unreadable: [] });
  });

  it.each(guessable)('keeps the value %j the text it is', (value) => {
    const folders = makeFolders();
    const environment = { ...staging, variables: [{ name: 'payu.amount', value }] };
    save(openStore(folders), environment);
    expect(openStore(folders).list().environments).toEqual([environment]);
  });

  it('keeps any text, also over the file that was there: values, notes and names', () => {
    const folders = makeFolders();
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    const variables = fc.uniqueArray(fc.record({ name: text, value: text }), {
      maxLength: 5,
      selector: ({ name }) => name,
    });
    const property = fc.property(
      variables,
      text,
      fc.uniqueArray(text, { maxLength: 3 }),
      (given, notes, secrets) => {
        const environment = {
          ...staging,
          notes,
          secrets,
          variables: given.map((variable) => ({ ...variable })),
        };
        expect(save(openStore(folders), environment).ok).toBe(true);
        expect(openStore(folders).list()).toMatchObject({ environments: [environment], unreadable: [] });
      },
    );
    fc.assert(property, { seed: 4417, numRuns: 200 });
  });

  it('keeps the order of the variables', () => {
    const folders = makeFolders();
    const names = ['payu.z', 'luminate.m', 'payu.a'];
    const environment = { ...staging, variables: names.map((name) => ({ name, value: 'x' })) };
    save(openStore(folders), environment);
    expect(
      openStore(folders)
        .list()
        .environments[0]?.variables.map(({ name }) => name),
    ).toEqual(names);
  });

  it('is one readable file for each environment, secrets by name only', () => {
    const folders = makeFolders();
    save(openStore(folders), { ...staging, notes: '' });
    expect(readFileSync(join(folders.workspace, 'environments', 'staging.yaml'), 'utf8')).toBe(
      [
        'version: "1"',
        'name: "Staging"',
        'class: test',
        'variables:',
        '  payu.amount: "1.00"',
        '  payu.payuId: "403993715529606983"',
        '  payu.merchantId: "0005"',
        'secrets:',
        '  - payu.accessToken',
        '  - payu.clientSecret',
        '',
      ].join('\n'),
    );
  });

  it('is listed by name, and files of other kinds are left out', () => {
    const folders = makeFolders();
    const store = openStore(folders);
    save(store, { ...staging, id: 'a', name: 'Zebra' });
    save(store, { ...staging, id: 'b', name: 'antelope' });
    save(store, { ...staging, id: 'b', name: 'Antelope' });
    writeFileSync(join(folders.workspace, 'environments', 'readme.txt'), 'not an environment');
    expect(store.list().environments.map(({ name }) => name)).toEqual(['Antelope', 'Zebra']);
    expect(store.list().unreadable).toEqual([]);
  });
});

describe('a file written by hand', () => {
  it('keeps every value the text it is, without quotes', () => {
    const values = ['0005', '1.00', '1e3', 'true', 'null', '2026-01-31', '403993715529606983', '0x1F'];
    const lines = values.map((value, index) => `  v.${index}: ${value}`);
    const { store } = storeWith(['version: 1', 'class: test', 'variables:', ...lines].join('\n'));
    const [environment] = store.list().environments;
    expect(environment?.variables.map(({ value }) => value)).toEqual(values);
    expect(environment).toMatchObject({ id: 'staging', name: 'staging', notes: '', secrets: [] });
  });

  it.each([
    ['is not YAML', 'version: "1"\n  name: [', /staging\.yaml cannot be read: .+ at line 2, column \d+/],
    ['is empty', '', /its version is null; this workbench reads version 1\./],
    ['is a list', '- a\n- b\n', /its version is null/],
    ['has no version', 'class: test\n', /its version is null/],
    [
      'has an odd version',
      'version: two\nclass: test\n',
      /its version is "two"; this workbench reads version 1/,
    ],
    ['has no class and is newer', 'version: 2\n', /its version is "2"; this workbench reads version 1/],
    ['has an empty name', 'version: 1\nname: " "\nclass: test\n', /: name: it is empty\./],
    ['holds bytes that are no text', Buffer.from([0x76, 0xff, 0xfe]), /it is not text in UTF-8\./],
    ['has no class', 'version: 1\n', /: class: .+ is none of sandbox, test and production/],
    [
      'has a class of its own',
      'version: 1\nclass: live\n',
      /: class: "live" is none of sandbox, test and production\./,
    ],
    ['has a list for a value', 'version: 1\nclass: test\nvariables:\n  a: [1]\n', /variables\.0\.value: /],
    ['names a variable twice', 'version: 1\nclass: test\nvariables:\n  a: 1\n  a: 2\n', /unique/i],
    ['has two documents', 'version: 1\nclass: test\n---\nversion: 1\n', /multiple documents/],
    ['refers to what is not there', 'version: 1\nclass: test\nnotes: *gone\n', /gone/],
  ])('that %s is named and left out', (_what, text, message) => {
    const { store, path } = storeWith(text);
    const { environments, unreadable } = store.list();
    expect(environments).toEqual([]);
    expect(unreadable).toHaveLength(1);
    expect(unreadable[0]).toMatchObject({ id: 'staging', problem: { code: 'storage' } });
    expect(unreadable[0]?.problem.message).toContain(path);
    expect(unreadable[0]?.problem.message).toMatch(message);
    expect(unreadable[0]?.problem.message).not.toContain('\n');
  });

  it('that cannot be read is never overwritten by a save', () => {
    const text = 'version: "1"\n  name: [ my precious work';
    const { store, path } = storeWith(text);
    const saved = save(store, staging);
    expect(saved).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect(saved.ok ? '' : saved.error.remedy).toContain('It was not overwritten.');
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(readdirSync(join(path, '..'))).toEqual(['staging.yaml']);
  });

  it('with a name that is no id is named and left out', () => {
    const folders = makeFolders();
    mkdirSync(join(folders.workspace, 'environments'));
    writeFileSync(join(folders.workspace, 'environments', 'My Shop.yaml'), 'version: 1\nclass: test\n');
    const { environments, unreadable } = openStore(folders).list();
    expect(environments).toEqual([]);
    expect(unreadable[0]?.problem.message).toContain('My Shop.yaml cannot be read: id: ');
  });

  it('with the id of the built-in sandbox is named and left out', () => {
    const folders = makeFolders();
    mkdirSync(join(folders.workspace, 'environments'));
    writeFileSync(join(folders.workspace, 'environments', 'sandbox.yaml'), 'version: 1\nclass: test\n');
    const { environments, unreadable } = openStore(folders).list();
    expect(environments).toEqual([]);
    expect(unreadable[0]?.problem.message).toContain('sandbox.yaml cannot be read: ');
  });

  it('that cannot be opened is named, and never overwritten by a save', () => {
    const folders = makeFolders();
    const path = join(folders.workspace, 'environments', 'staging.yaml');
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'inside'), 'kept');
    const store = openStore(folders);
    expect(store.list().unreadable).toMatchObject([{ id: 'staging' }]);
    expect(save(store, staging).ok).toBe(false);
    expect(readFileSync(join(path, 'inside'), 'utf8')).toBe('kept');
  });
});

describe('folders', () => {
  it('a workspace without environments has none, and the first save makes the folder', () => {
    const folders = { workspace: join(temporaryDirectory(), 'new', 'workspace'), data: temporaryDirectory() };
    expect(openStore(folders).list()).toEqual({ environments: [], files: {}, unreadable: [] });
    expect(save(openStore(folders), staging).ok).toBe(true);
    expect(openStore(folders).list().environments).toEqual([staging]);
  });

  it('an environments folder that is a file is told, and a save says that it failed', () => {
    const folders = makeFolders();
    writeFileSync(join(folders.workspace, 'environments'), 'a file');
    const { environments, unreadable } = openStore(folders).list();
    expect(environments).toEqual([]);
    expect(unreadable[0]?.problem.message).toContain('The environments cannot be read');
    expect(save(openStore(folders), staging)).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect(readFileSync(join(folders.workspace, 'environments'), 'utf8')).toBe('a file');
  });
});

describe('a file of a newer version', () => {
  const text = 'version: "2"\nname: Next\nclass: production\nvariables: [ a new shape ]\nextra: "kept"\n';

  it('is listed by name and class, and says which version it is', () => {
    const { store, path } = storeWith(text);
    const { environments, files, unreadable } = store.list();
    expect(environments).toEqual([
      { id: 'staging', name: 'Next', environmentClass: 'production', notes: '', variables: [], secrets: [] },
    ]);
    expect(unreadable).toEqual([]);
    expect(files['staging']?.readOnly).toEqual({
      code: 'storage',
      message: `The environment file ${path} is of a newer workbench: its version is "2"; this workbench reads version 1.`,
      remedy:
        'Update this workbench to use it; until then nothing is sent with it, and the file is not touched.',
    });
  });

  it('is never overwritten and never removed', () => {
    const { store, path } = storeWith(text);
    expect(save(store, staging)).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect(store.remove('staging')).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(readdirSync(join(path, '..'))).toEqual(['staging.yaml']);
  });
});

describe('a save over a file', () => {
  const byHand = [
    '# Ask Ms Example before you change this.',
    'class: test',
    'owner: payments team # not ours',
    "name: 'Staging'",
    'version: 1',
    '',
    'variables:',
    '  payu.merchantId: 0005 # the second account',
    '  # set by the release',
    '  payu.amount: 1.00',
    '  payu.payuId: "403993715529606983"',
    'secrets: [payu.accessToken, payu.clientSecret]',
    '',
  ].join('\n');

  it('of one changed value changes one line; comments, unknown keys and order stay', () => {
    const { store, path } = storeWith(byHand);
    const [environment] = store.list().environments;
    if (environment === undefined) throw new Error('It is read');
    const variables = environment.variables.map(({ name, value }) => ({
      name,
      value: name === 'payu.amount' ? '2.50' : value,
    }));
    expect(save(store, { ...environment, variables }).ok).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe(byHand.replace('payu.amount: 1.00', 'payu.amount: "2.50"'));
  });

  it('that changes nothing leaves every byte', () => {
    const { store, path } = storeWith(byHand);
    const [environment] = store.list().environments;
    if (environment === undefined) throw new Error('It is read');
    save(store, environment);
    expect(readFileSync(path, 'utf8')).toBe(byHand);
    expect(readdirSync(join(path, '..'))).toEqual(['staging.yaml']);
  });

  it('keeps the ends of the lines as they are on Windows', () => {
    const { store, path } = storeWith(byHand.replaceAll('\n', '\r\n'));
    const [environment] = store.list().environments;
    if (environment === undefined) throw new Error('It is read');
    save(store, { ...environment, name: 'Stage' });
    const expected = byHand.replace("name: 'Staging'", 'name: "Stage"').replaceAll('\n', '\r\n');
    expect(readFileSync(path, 'utf8')).toBe(expected);
  });

  it('leaves empty lists as they are', () => {
    const { store, path } = storeWith('version: 1\nname: A\nclass: test\nvariables: {}\nsecrets: []\n');
    save(store, { ...staging, name: 'B', notes: '', variables: [], secrets: [] });
    expect(readFileSync(path, 'utf8')).toBe(
      'version: 1\nname: "B"\nclass: test\nvariables: {}\nsecrets: []\n',
    );
  });

  it('without variables gives the first ones lines of their own', () => {
    const { store, path } = storeWith(
      'version: "1"\nname: Staging\nclass: test\nvariables: {}\nsecrets: []\n',
    );
    save(store, { ...staging, notes: '', variables: [{ name: 'a', value: '1' }], secrets: ['b'] });
    expect(readFileSync(path, 'utf8')).toBe(
      'version: "1"\nname: Staging\nclass: test\nvariables:\n  a: "1"\nsecrets:\n  - b\n',
    );
  });

  it('whose values hang together by references still says what was saved', () => {
    const { store } = storeWith('version: 1\nclass: test\nvariables:\n  a: &x "1"\n  b: *x\n');
    const variables = [
      { name: 'a', value: '2' },
      { name: 'b', value: '1' },
    ];
    const environment = { ...staging, variables };
    expect(save(store, environment).ok).toBe(true);
    expect(store.list().environments).toEqual([environment]);
  });

  it('keeps the text before it in a hidden copy that is no environment', () => {
    const { store, path } = storeWith(byHand);
    save(store, staging);
    expect(readFileSync(join(path, '..', '.staging.yaml.previous'), 'utf8')).toBe(byHand);
    expect(store.list().environments).toEqual([staging]);
    expect(store.list().unreadable).toEqual([]);
  });

  it('that was changed since it was read is refused, and neither is lost', () => {
    const folders = makeFolders();
    const [mine, theirs] = [openStore(folders), openStore(folders)];
    save(mine, staging);
    const read = mine.list().files['staging']?.revision ?? '';
    save(theirs, { ...staging, notes: 'theirs' });
    expect(mine.save({ ...staging, notes: 'mine' }, read)).toEqual({
      ok: false,
      error: {
        code: 'bad-environment',
        message:
          'The file of the environment Staging was changed by someone else since it was opened here, so nothing was saved.',
        remedy: 'Take what the file says now, or keep yours and save again.',
      },
    });
    expect(mine.list().environments[0]?.notes).toBe('theirs');
    const now = mine.list().files['staging']?.revision ?? '';
    expect(mine.save({ ...staging, notes: 'mine' }, now).ok).toBe(true);
  });

  it('that was removed since it was read is refused, and so is a new one over a file', () => {
    const { store, path } = storeWith(byHand);
    const read = store.list().files['staging']?.revision ?? '';
    expect(store.save(staging, null)).toMatchObject({
      ok: false,
      error: { message: 'A file for the environment Staging is there already, so nothing was saved.' },
    });
    expect(readFileSync(path, 'utf8')).toBe(byHand);
    rmSync(path);
    expect(store.save(staging, read)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('was removed since it was opened here') as string },
    });
    expect(store.list().environments).toEqual([]);
  });

  it('never stands beside one that differs only in capitals', () => {
    const folders = makeFolders();
    const folder = join(folders.workspace, 'environments');
    mkdirSync(folder);
    writeFileSync(join(folder, 'Staging.yaml'), byHand);
    const store = openStore(folders);
    expect(save(store, staging)).toMatchObject({
      ok: false,
      error: { code: 'bad-environment', message: expect.stringContaining('Staging.yaml') as string },
    });
    expect(readdirSync(folder)).toEqual(['Staging.yaml']);
    writeFileSync(join(folder, 'staging.yaml'), byHand);
    const { environments, unreadable } = store.list();
    expect(environments.map(({ id }) => id)).toEqual(['staging']);
    expect(unreadable[0]?.problem.message).toContain('its name differs from staging.yaml only in capitals');
  });
});

describe('removing', () => {
  it('can be taken back byte for byte, as often as one likes, and not over a new file', () => {
    const text = '# mine\nversion: 1\nclass: test\nvariables: {a: 0005}\n';
    const { store, path } = storeWith(text);
    for (const _time of [1, 2]) {
      expect(store.remove('staging').ok).toBe(true);
      expect(store.list().environments).toEqual([]);
      expect(store.restore('staging')).toEqual({ ok: true, value: null });
      expect(readFileSync(path, 'utf8')).toBe(text);
    }
    expect(store.restore('staging')).toMatchObject({ ok: false, error: { code: 'unknown-environment' } });
    store.remove('staging');
    save(store, staging);
    const made = readFileSync(path, 'utf8');
    expect(store.restore('staging')).toMatchObject({ ok: false, error: { code: 'bad-environment' } });
    expect(readFileSync(path, 'utf8')).toBe(made);
    expect(readFileSync(join(path, '..', '.staging.yaml.removed'), 'utf8')).toBe(text);
  });

  it('removes the file, and says so where there is none', () => {
    const store = openStore();
    save(store, staging);
    expect(store.remove('staging')).toEqual({ ok: true, value: null });
    expect(store.list().environments).toEqual([]);
    expect(store.remove('staging')).toMatchObject({
      ok: false,
      error: { code: 'unknown-environment', message: expect.stringContaining('"staging"') as string },
    });
  });

  it.each(['../outside', '..', '/tmp/outside', 'a/../../../outside', 'A', '', 'outside\u0000'])(
    'removes nothing outside its folder: %j',
    (id) => {
      const folders = makeFolders();
      save(openStore(folders), staging);
      const outside = join(folders.workspace, 'outside.yaml');
      writeFileSync(outside, 'kept');
      expect(openStore(folders).remove(id).ok).toBe(false);
      expect(readFileSync(outside, 'utf8')).toBe('kept');
      expect(openStore(folders).list().environments).toEqual([staging]);
    },
  );
});

describe('the active environment', () => {
  it('is the sandbox until another is chosen', () => {
    expect(openStore().activeId()).toBe('sandbox');
  });

  it('is kept in the data folder, not in the workspace', () => {
    const folders = makeFolders();
    expect(openStore(folders).activate('staging').ok).toBe(true);
    expect(openStore(folders).activeId()).toBe('staging');
    expect(readdirSync(folders.workspace)).toEqual([]);
    expect(readdirSync(folders.data)).toEqual(['active-environment.txt']);
  });

  it('that cannot be kept is said in a sentence', () => {
    const folders = makeFolders();
    mkdirSync(join(folders.data, 'active-environment.txt'));
    expect(openStore(folders).activate('staging')).toMatchObject({
      ok: false,
      error: { code: 'storage', message: expect.stringContaining('The choice cannot be saved') as string },
    });
  });
});
