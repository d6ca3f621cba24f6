import { expect, it } from 'vitest';

import {
  settingList,
  settingMatches,
  settingValue,
} from '../../../../renderer/features/settings/setting-list.ts';
import { defaultSettings } from '../../../../shared/model/settings.ts';

it('has every setting, once', () => {
  expect(settingList.map(({ name }) => name).toSorted()).toEqual(Object.keys(defaultSettings).toSorted());
});

it.each([
  ['theme', 'theme'],
  ['night', 'theme'],
  ['Hochkontrast', null],
  ['HIGH contrast', 'theme'],
  ['magnify', 'zoom'],
  ['timeout', 'timeoutSeconds'],
  ['animation', 'reducedMotion'],
  ['restore drafts', 'restoresTabs'],
  ['keyboard trap', 'tabLeavesEditor'],
])('“%s” finds %s first', (query, name) => {
  expect(settingList.find((setting) => settingMatches(setting, query))?.name ?? null).toBe(name);
});

it('says a default in words', () => {
  expect(Object.fromEntries(settingList.map((setting) => [setting.name, settingValue(setting)]))).toEqual({
    theme: 'As the system',
    zoom: '100 %',
    reducedMotion: 'As the system',
    editorFontSize: '12.5 px',
    wordWrap: 'On',
    tabLeavesEditor: 'Off',
    timeoutSeconds: '60 seconds',
    catalogBeside: 'On',
    restoresTabs: 'On',
  });
});
