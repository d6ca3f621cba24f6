import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { createJsonSettingsStore } from '../../../electron/adapters/json-settings-store.ts';
import { freshLayout } from '../../../shared/model/layout-memory.ts';
import { defaultSettings, type Settings, settingLimits, themes } from '../../../shared/model/settings.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const settings: fc.Arbitrary<Settings> = fc.record({
  theme: fc.constantFrom(...themes),
  zoom: fc.integer({ min: settingLimits.zoom.least, max: settingLimits.zoom.most }),
  editorFontSize: fc.constantFrom(8, 12.5, 32),
  wordWrap: fc.boolean(),
  tabLeavesEditor: fc.boolean(),
  reducedMotion: fc.constantFrom('system', 'always'),
  timeoutSeconds: fc.integer({ min: 1, max: 3600 }),
  catalogBeside: fc.boolean(),
  restoresTabs: fc.boolean(),
});

it('always gives back what was saved', () => {
  const folder = temporaryDirectory();
  fc.assert(
    fc.property(settings, (given) => {
      expect(createJsonSettingsStore(folder).saveSettings(given)).toEqual({ ok: true, value: null });
      expect(createJsonSettingsStore(folder).loadSettings()).toEqual({ settings: given, problem: null });
    }),
    { numRuns: 20 },
  );
});

it('has the defaults where nothing was saved, and for what a file does not name', () => {
  const folder = temporaryDirectory();
  const store = createJsonSettingsStore(folder);
  expect(store.loadSettings()).toEqual({ settings: defaultSettings, problem: null });
  writeFileSync(join(folder, 'settings.json'), '{"version": "1", "zoom": 150}');
  expect(store.loadSettings()).toEqual({ settings: { ...defaultSettings, zoom: 150 }, problem: null });
});

it.each([
  ['is no JSON', '{"zoom": '],
  ['is empty', ''],
  ['holds nothing', 'null'],
  ['has no version', '{"zoom": 150}'],
  ['has a value that may not be', '{"version": "1", "zoom": 9000}'],
  ['has a member it does not know', '{"version": "1", "telemetry": true}'],
])('a file that %s is told, set aside and kept, and the defaults hold', (_what, text) => {
  const folder = temporaryDirectory();
  const path = join(folder, 'settings.json');
  writeFileSync(path, text);
  const store = createJsonSettingsStore(folder);
  const loaded = store.loadSettings();
  expect(loaded.settings).toEqual(defaultSettings);
  expect(loaded.problem).toMatchObject({
    code: 'storage',
    message: expect.stringContaining(path) as string,
    remedy: expect.stringContaining('settings.json.damaged-1') as string,
  });
  expect(store.saveSettings(defaultSettings).ok).toBe(true);
  expect(readFileSync(`${path}.damaged-1`, 'utf8')).toBe(text);
  expect(store.loadSettings()).toEqual({ settings: defaultSettings, problem: null });
});

it('leaves a file of a newer workbench as it is, and says so at every save', () => {
  const folder = temporaryDirectory();
  const path = join(folder, 'settings.json');
  const text = '{"version": "2", "theme": "sepia"}';
  writeFileSync(path, text);
  const store = createJsonSettingsStore(folder);
  const newer = { code: 'storage', message: expect.stringContaining('newer workbench') as string };
  expect(store.loadSettings()).toMatchObject({ settings: defaultSettings, problem: newer });
  expect(store.saveSettings(defaultSettings)).toMatchObject({ ok: false, error: newer });
  expect(readFileSync(path, 'utf8')).toBe(text);
  expect(existsSync(`${path}.damaged-1`)).toBe(false);
});

it('neither moves nor replaces what cannot be read at all', () => {
  const folder = temporaryDirectory();
  mkdirSync(join(folder, 'settings.json'));
  const store = createJsonSettingsStore(folder);
  expect(store.loadSettings().problem?.message).toContain('The settings cannot be read');
  expect(store.saveSettings(defaultSettings).ok).toBe(false);
  expect(readdirSync(folder)).toEqual(['settings.json']);
});

it('leaves no half-written file behind', () => {
  const folder = temporaryDirectory();
  const store = createJsonSettingsStore(folder);
  store.saveSettings(defaultSettings);
  store.saveSettings({ ...defaultSettings, zoom: 120 });
  expect(readdirSync(folder).toSorted()).toEqual(['.settings.json.previous', 'settings.json']);
});

it('keeps how the window was left, and forgets it without a word where it is damaged', () => {
  const folder = temporaryDirectory();
  const store = createJsonSettingsStore(folder);
  const left = { view: 'history', sideBarHidden: true, splits: { window: { 'side-bar': 20.5, main: 79.5 } } };
  expect(store.saveLayout(left).ok).toBe(true);
  expect(store.loadLayout()).toEqual(left);
  writeFileSync(join(folder, 'layout.json'), '{"version": "1", "splits": {"window": {"main": 4711}}}');
  expect(store.loadLayout()).toEqual(freshLayout);
});
