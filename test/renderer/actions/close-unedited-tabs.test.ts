import { expect, it } from 'vitest';

import { closeUneditedTabs } from '../../../renderer/actions/close-unedited-tabs.ts';
import { createTabStore } from '../../../renderer/stores/create-tab-store.ts';
import type { Stores } from '../../../renderer/stores/stores.ts';
import type { WorkbenchClient } from '../../../shared/contract/client.ts';
import type { Tab } from '../../../shared/model/tab.ts';
import { sendInput } from '../../support/open-test-workbench.ts';

const { draft } = sendInput('payu', 'refund');

const tab = (id: string, part: Partial<Tab> = {}): Tab => ({
  id,
  title: id,
  draft,
  exchangeId: null,
  notes: '',
  checks: [],
  captures: [],
  pinned: false,
  saved: null,
  ...part,
});

it('closes what can be opened again, and leaves edits and what is pinned', () => {
  const client = { call: async () => ({ ok: true, value: null }) } as unknown as WorkbenchClient;
  const tabs = createTabStore(
    client,
    {
      tabs: [
        tab('pinned', { pinned: true }),
        tab('untouched'),
        tab('edited', { draft: { ...draft, url: 'https://mine.example' } }),
      ],
      active: 'untouched',
    },
    () => undefined,
  );
  closeUneditedTabs({ tabs } as unknown as Stores);
  expect(tabs.getState().tabs.map(({ id }) => id)).toEqual(['pinned', 'edited']);
});
