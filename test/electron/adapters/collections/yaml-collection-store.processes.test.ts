import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

import { createYamlCollectionStore } from '../../../../electron/adapters/collections/yaml-collection-store.ts';
import type { CollectionStore } from '../../../../shared/ports/collection-store.ts';
import type { StoredNode } from '../../../../shared/model/collection.ts';
import type { CollectionTask } from '../../../support/change-collections.ts';
import { type CliRun, startProgram } from '../../../support/run-cli.ts';
import { someRequest } from '../../../support/some-request.ts';
import { temporaryDirectory } from '../../../support/temporary-directory.ts';
import { valueOf } from '../../../support/value-of.ts';

const support = join(import.meta.dirname, '..', '..', '..', 'support');
const program = join(support, 'change-collections.ts');
const killer = pathToFileURL(join(support, 'kill-at-step.mjs')).href;

type Place = { readonly workspace: string; readonly data: string; readonly store: CollectionStore };

function makePlace(): Place {
  const [workspace, data] = [temporaryDirectory(), temporaryDirectory()];
  const store = createYamlCollectionStore(workspace, data);
  const request = (name: string) => ({ kind: 'request' as const, request: someRequest(name) });
  const deep = { kind: 'folder' as const, name: 'Deep', notes: '', items: [request('A'), request('B')] };
  const items = [request('One'), request('Two'), deep, request('Three')];
  valueOf(store.create({ name: 'Refunds', notes: '0', variables: [], items }));
  return { workspace, data, store };
}

function run({ workspace, data }: Place, task: CollectionTask, times = 1): Promise<CliRun> {
  return startProgram([program, workspace, data, task, String(times)]).ended;
}

/** What people see: paths and names in order. */
function seenIn(store: CollectionStore): readonly string[] {
  const seen = (items: readonly StoredNode[]): readonly string[] =>
    items.flatMap((node) =>
      node.kind === 'folder' ? [node.path, ...seen(node.items)] : [`${node.path}: ${node.request.name}`],
    );
  const { collections, problems } = store.list();
  expect(problems).toEqual([]);
  return collections.flatMap(({ id, items }) => [id, ...seen(items)]);
}

describe('several programs', () => {
  it('change one collection in turns: nothing is lost', { timeout: 60_000 }, async () => {
    const place = makePlace();
    const runs = await Promise.all([
      run(place, 'add', 5),
      run(place, 'add', 5),
      run(place, 'count', 5),
      run(place, 'count', 5),
    ]);
    expect(runs.map(({ stderr, code }) => [stderr, code])).toEqual(runs.map(() => ['', 0]));
    const [collection] = place.store.list().collections;
    expect(collection?.notes).toBe('10');
    expect(collection?.items).toHaveLength(14);
    expect(place.store.list().problems).toEqual([]);
  });

  it('wait for one that is writing, and are told in a sentence where it goes on', async () => {
    const place = makePlace();
    const holder = startProgram([join(support, 'hold-lock.ts'), join(place.data, 'collections.lock')]);
    expect(await holder.firstLine()).toBe('held');
    expect(place.store.addFolder('refunds', '', 'New')).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('another program is using it') as string },
    });
    expect(seenIn(place.store)).toHaveLength(7);
    holder.child.kill('SIGKILL');
    await holder.ended;
    expect(place.store.addFolder('refunds', '', 'New').ok).toBe(true);
  });
});

describe('a program that is killed', () => {
  const before = ['refunds', 'one: One', 'two: Two', 'deep', 'deep/a: A', 'deep/b: B', 'three: Three'];

  it.each<readonly [CollectionTask, readonly (readonly string[])[]]>([
    ['create', [['new', 'one: One', ...before]]],
    ['move', [['refunds', 'one: One', 'deep', 'deep/a: A', 'deep/two: Two', 'deep/b: B', 'three: Three']]],
    ['rename', [before.with(2, 'renamed: Two'), before.with(2, 'renamed: Renamed')]],
    ['remove', [['refunds', 'one: One', 'two: Two', 'three: Three']]],
  ])('at any step of a %s leaves the one state or the other', { timeout: 90_000 }, async (task, others) => {
    const origin = makePlace();
    const killed: Killed[] = [];
    while (killed.every(({ isDead }) => isDead)) {
      const steps = [1, 2, 3, 4].map((step) => killed.length + step);
      killed.push(...(await Promise.all(steps.map((step) => killAt(origin, task, step)))));
    }
    const states = killed.map(({ place }) => seenIn(place.store));
    for (const state of states) expect([before, ...others]).toContainEqual(state);
    for (const { place } of killed) {
      // What is moved or put aside is somewhere in any case.
      const texts = textsIn(place.workspace).join();
      for (const name of ['One', 'A', 'B', 'Three']) expect(texts).toContain(`name: "${name}"\n`);
      expect(place.store.addRequest('refunds', '', someRequest('Afterwards')).ok).toBe(true);
    }
    expect(states).toContainEqual(before);
    expect(states).toContainEqual(others.at(-1));
  });
});

type Killed = { readonly place: Place; readonly isDead: boolean };

/** Runs a task on a copy, and kills it before one of its steps. */
async function killAt(origin: Place, task: CollectionTask, step: number): Promise<Killed> {
  const [workspace, data] = [temporaryDirectory(), temporaryDirectory()];
  cpSync(origin.workspace, workspace, { recursive: true });
  const started = startProgram(['--import', killer, program, workspace, data, task], {
    env: { KILL_AT_STEP: String(step) },
  });
  const { code, stderr } = await started.ended;
  expect([stderr, code ?? 0]).toEqual(['', 0]);
  return {
    place: { workspace, data, store: createYamlCollectionStore(workspace, data) },
    isDead: code === null,
  };
}

function textsIn(workspace: string): readonly string[] {
  return readdirSync(workspace, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}
