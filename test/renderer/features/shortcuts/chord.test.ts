import { expect, it } from 'vitest';

import { chordOf, keyNames, type KeyPress } from '../../../../renderer/features/shortcuts/chord.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

it.each([
  ['a letter', press('k', { ctrlKey: true }), 'Mod K'],
  ['a letter with shift', press('F', { ctrlKey: true, shiftKey: true }), 'Mod Shift F'],
  ['a named key with shift', press('F6', { shiftKey: true }), 'Shift F6'],
  ['a sign that needs shift on this keyboard', press('?', { shiftKey: true }), '?'],
  ['a digit that needs shift on this keyboard', press('1', { ctrlKey: true, shiftKey: true }), 'Mod 1'],
  ['Alt with a letter', press('w', { altKey: true, code: 'KeyW' }), 'Alt W'],
  ['the space bar', press(' ', { ctrlKey: true }), 'Mod Space'],
])('%s is a chord', (_what, event, chord) => {
  expect(chordOf(event, 'other')).toBe(chord);
});

it('the command key is the one that counts on macOS, and the option key types no other letter', () => {
  expect(chordOf(press('k', { metaKey: true }), 'mac')).toBe('Mod K');
  expect(chordOf(press('k', { ctrlKey: true }), 'mac')).toBe('Ctrl K');
  expect(chordOf(press('∑', { altKey: true, code: 'KeyW' }), 'mac')).toBe('Alt W');
});

it('keys are printed as they stand on the keyboard', () => {
  expect(keyNames('Mod Shift F', 'other')).toEqual(['Ctrl', 'Shift', 'F']);
  expect(keyNames('Mod Shift F', 'mac')).toEqual(['⌘', '⇧', 'F']);
  expect(keyNames('Escape', 'other')).toEqual(['Esc']);
});
