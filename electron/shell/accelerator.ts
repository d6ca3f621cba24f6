/** What Electron calls the keys that are held. */
const modifiers: ReadonlyMap<string, string> = new Map([
  ['Mod', 'CmdOrCtrl'],
  ['Ctrl', 'Ctrl'],
  ['Alt', 'Alt'],
  ['Shift', 'Shift'],
]);

/** Keys that Electron calls otherwise than the page. */
const others: ReadonlyMap<string, string> = new Map([
  ['+', 'Plus'],
  ['Escape', 'Esc'],
  ['ArrowUp', 'Up'],
  ['ArrowDown', 'Down'],
  ['ArrowLeft', 'Left'],
  ['ArrowRight', 'Right'],
]);

/** Keys that both call the same. */
const alike =
  /^(?:[A-Z]|\d|F\d{1,2}|[,.\-=[\]/;']|Enter|Tab|Space|Delete|Backspace|Insert|Home|End|PageUp|PageDown)$/;

/** Electron's accelerator for keys in the notation of the page, `Mod Shift F`; `null` where it has none. */
export function toAccelerator(keys: string): string | null {
  const words = keys.split(' ');
  const key = words.pop() ?? '';
  const names = [
    ...words.map((word) => modifiers.get(word) ?? null),
    others.get(key) ?? (alike.test(key) ? key : null),
  ];
  return names.includes(null) ? null : names.join('+');
}
