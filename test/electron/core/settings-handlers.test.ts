import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import type { WorkbenchEvent } from '../../../shared/contract/events.ts';
import { defaultSettings } from '../../../shared/model/settings.ts';
import { openTestWorkbench } from '../../support/open-test-workbench.ts';

it('changes what is named, leaves the rest, and tells every page', async () => {
  const { handlers, listen } = openTestWorkbench();
  const events: WorkbenchEvent[] = [];
  listen((event) => events.push(event));
  await handlers['settings.change']({ theme: 'light' });
  const changed = await handlers['settings.change']({ zoom: 150, wordWrap: undefined });
  const settings = { ...defaultSettings, theme: 'light', zoom: 150 };
  expect(changed).toEqual({ ok: true, value: settings });
  expect(await handlers['settings.load'](null)).toEqual({ settings, problem: null });
  expect(events.at(-1)).toEqual({ name: 'settings.changed', settings });
});

it('tells nobody of a change that could not be kept', async () => {
  const { handlers, listen, data } = openTestWorkbench();
  writeFileSync(join(data, 'settings.json'), '{"version": "2"}');
  const events: WorkbenchEvent[] = [];
  listen((event) => events.push(event));
  expect((await handlers['settings.change']({ zoom: 150 })).ok).toBe(false);
  expect(events).toEqual([]);
});

it('gives back how the window was left', async () => {
  const { handlers } = openTestWorkbench();
  const left = { view: 'runs', sideBarHidden: true, splits: {} };
  await handlers['layout.save'](left);
  expect(await handlers['layout.load'](null)).toEqual(left);
});
