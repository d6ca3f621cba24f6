import { expect, it } from 'vitest';

import { toAccelerator } from '../../../electron/shell/accelerator.ts';
import { commands } from '../../../renderer/features/shortcuts/commands.ts';
import { chordsOf } from '../../../renderer/features/shortcuts/find-command.ts';

it.each([
  ['Mod Shift F', 'CmdOrCtrl+Shift+F'],
  ['Mod +', 'CmdOrCtrl+Plus'],
  ['Mod ,', 'CmdOrCtrl+,'],
  ['Mod 0', 'CmdOrCtrl+0'],
  ['Ctrl Tab', 'Ctrl+Tab'],
  ['Alt Shift ArrowUp', 'Alt+Shift+Up'],
  ['Escape', 'Esc'],
  ['F1', 'F1'],
])('%s is %s', (keys, accelerator) => {
  expect(toAccelerator(keys)).toBe(accelerator);
});

it.each(['?', '', 'Mod', 'Mod Shift', 'F Mod', 'Mod F!', 'Mod Ö', 'Mod+F', 'toString F', 'Mod F1000'])(
  '"%s" is none that Electron knows',
  (keys) => {
    expect(toAccelerator(keys)).toBeNull();
  },
);

it('the best keys of every command of the page have an accelerator', () => {
  for (const platform of ['mac', 'other'] as const) {
    const best = commands.flatMap(({ keys, windowKeys, ...rest }) =>
      chordsOf({ ...rest, keys: [(windowKeys ?? keys ?? [])[0] ?? 'F1'] }, platform),
    );
    expect(best.filter((keys) => toAccelerator(keys) === null)).toEqual([]);
  }
});
