import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { createJsonTabStore } from '../../../electron/adapters/json-tab-store.ts';
import type { LoadedTabs, Tabs } from '../../../shared/model/tab.ts';
import { sendInput } from '../../support/open-test-workbench.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const none: LoadedTabs = { tabs: [], active: null, problem: null };

/** Two tabs, one with numbers that a JavaScript number could not hold. */
function someTabs(): Tabs {
  const { draft } = sendInput('payu', 'refund');
  const body = {
    kind: 'text',
    language: 'json',
    text: '{"payu_id": 403993715529606983, "amount": 1.00}',
  } as const;
  return {
    tabs: [
      {
        id: 'a',
        title: 'Refund',
        draft,
        exchangeId: null,
        notes: '',
        checks: [],
        captures: [],
        pinned: true,
        saved: null,
      },
      {
        id: 'b',
        title: 'Grüße',
        draft: { ...draft, body },
        exchangeId: '0005',
        notes: '',
        checks: [],
        captures: [],
        pinned: false,
        saved: null,
      },
    ],
    active: 'b',
  };
}

it('gives back what was saved, every text as it was', () => {
  const folder = temporaryDirectory();
  expect(createJsonTabStore(folder).save(someTabs())).toEqual({ ok: true, value: null });
  expect(createJsonTabStore(folder).load()).toEqual({ ...someTabs(), problem: null });
});

it('reads a file that was written before tabs could be pinned', () => {
  const folder = temporaryDirectory();
  const older = { ...someTabs(), tabs: someTabs().tabs.map((tab) => ({ ...tab, pinned: undefined })) };
  writeFileSync(join(folder, 'tabs.json'), JSON.stringify(older));
  const { tabs, problem } = createJsonTabStore(folder).load();
  expect(problem).toBeNull();
  expect(tabs).toEqual(someTabs().tabs.map((tab) => ({ ...tab, pinned: false })));
});

it('has no tabs where nothing was saved yet', () => {
  expect(createJsonTabStore(temporaryDirectory()).load()).toEqual(none);
});

it.each([
  ['is no JSON', '{"tabs": ['],
  ['is empty', ''],
  ['has another shape', '{"tabs": [{"id": 1}], "active": null}'],
  ['has a member it does not know', '{"tabs": [], "active": null, "version": 9}'],
])('a file that %s is set aside and kept, and the tabs start empty', (_what, text) => {
  const folder = temporaryDirectory();
  writeFileSync(join(folder, 'tabs.json'), text);
  const store = createJsonTabStore(folder);
  const { problem, ...tabs } = store.load();
  expect({ ...tabs, problem: null }).toEqual(none);
  expect(problem).toMatchObject({
    code: 'storage',
    message: expect.stringContaining(join(folder, 'tabs.json')) as string,
    remedy: expect.stringContaining('tabs.json.damaged-1; nothing in it is lost') as string,
  });
  expect(readFileSync(join(folder, 'tabs.json.damaged-1'), 'utf8')).toBe(text);
  expect(store.save(someTabs()).ok).toBe(true);
  expect(readFileSync(join(folder, 'tabs.json.damaged-1'), 'utf8')).toBe(text);
  expect(store.load()).toEqual({ ...someTabs(), problem: null });
});

it('says in a sentence that the tabs cannot be saved, and leaves what stands there', () => {
  const folder = temporaryDirectory();
  mkdirSync(join(folder, 'tabs.json'));
  const saved = createJsonTabStore(folder).save(someTabs());
  expect(saved.ok).toBe(false);
  if (saved.ok) return;
  expect(saved.error.code).toBe('storage');
  expect(saved.error.message).toContain(`The open tabs cannot be saved (${join(folder, 'tabs.json')}): `);
  expect(readdirSync(folder)).toEqual(['tabs.json']);
});
