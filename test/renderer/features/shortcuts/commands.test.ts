import { beforeAll, describe, expect, it, vi } from 'vitest';

import { chordOn } from '../../../../renderer/features/shortcuts/chord.ts';
import { commands } from '../../../../renderer/features/shortcuts/commands.ts';
import { chordsOf, findCommand } from '../../../../renderer/features/shortcuts/find-command.ts';
import { helpGroups } from '../../../../renderer/features/shortcuts/help-rows.ts';
import { otherKeys } from '../../../../renderer/features/shortcuts/other-keys.ts';

const platforms = ['mac', 'other'] as const;
const free = { platform: 'other', isInField: false, overlay: null } as const;

describe.each(platforms)('on %s', (platform) => {
  it('no two commands have the same keys', () => {
    const owners = Map.groupBy(
      commands.flatMap((command) => chordsOf(command, platform).map((chord) => ({ chord, id: command.id }))),
      ({ chord }) => chord,
    );
    const shared = [...owners.values()].filter(({ length }) => length > 1);
    expect(shared).toEqual([]);
    expect(owners.size).toBeGreaterThan(20);
  });

  it('no command takes keys that the editor or a list hears', () => {
    const taken = new Set(commands.flatMap((command) => chordsOf(command, platform)));
    const heard = otherKeys.flatMap(({ keys }) => keys.map((chord) => chordOn(chord, platform)));
    expect(heard.filter((chord) => taken.has(chord))).toEqual([]);
  });

  it('the help sheet prints every key', () => {
    const printed = helpGroups('', platform)
      .flatMap(({ rows }) => rows)
      .flatMap(({ chords, windowChords }) => [...chords, ...windowChords]);
    for (const command of commands)
      for (const chord of chordsOf(command, platform)) expect(printed).toContain(chord);
    for (const { keys } of otherKeys) for (const chord of keys) expect(printed).toContain(chord);
  });
});

it('every command has an id of its own, and its chords are written in the one order', () => {
  expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  const wellFormed = /^(?:Mod )?(?:Ctrl )?(?:Alt )?(?:Shift )?(?:[A-Z][A-Za-z]*\d*|\S)$/;
  const chords = commands.flatMap((command) => [...(command.keys ?? []), ...(command.windowKeys ?? [])]);
  expect(chords.filter((chord) => !wellFormed.test(chord))).toEqual([]);
});

it('a key that types is heard outside fields only, others in fields too', () => {
  expect(findCommand('?', free)?.id).toBe('shortcuts');
  expect(findCommand('?', { ...free, isInField: true })).toBeNull();
  expect(findCommand('Mod Enter', { ...free, isInField: true })?.id).toBe('send');
});

it('nothing is sent, saved or closed behind a dialog; panels that only show give way to one another', () => {
  for (const chord of ['Mod Enter', 'Mod S', 'Alt W', 'Mod K', 'F1'])
    expect(findCommand(chord, { ...free, overlay: 'environment' })).toBeNull();
  expect(findCommand('Mod Enter', { ...free, overlay: 'palette' })).toBeNull();
  expect(findCommand('F1', { ...free, overlay: 'palette' })?.id).toBe('shortcuts');
  expect(findCommand('Mod K', { ...free, overlay: 'shortcuts' })?.id).toBe('palette');
  // In the palette it narrows the search to the documentation.
  expect(findCommand('?', { ...free, overlay: 'palette' })).toBeNull();
});

it('the help sheet is searched by what a key does and by the key', () => {
  const found = (query: string): readonly string[] =>
    helpGroups(query, 'other').flatMap(({ rows }) => rows.map(({ does }) => does));
  expect(found('send')).toEqual(['Send the request']);
  expect(found('ctrl k')).toContain(commands.find(({ id }) => id === 'palette')?.title);
  expect(found('tab reopen')).toEqual([]);
  expect(found('no such key')).toEqual([]);
});

describe('labels', () => {
  beforeAll(() => vi.stubGlobal('navigator', { platform: 'Linux x86_64' }));

  it('name the keys that do the same', async () => {
    const { keyLabel, withKeys } = await import('../../../../renderer/features/shortcuts/key-label.ts');
    expect(keyLabel('send')).toBe('Ctrl Enter');
    expect(withKeys('Save', 'save')).toBe('Save (Ctrl+S)');
    expect(() => keyLabel('evidence')).toThrow('No keys belong to evidence');
  });
});
