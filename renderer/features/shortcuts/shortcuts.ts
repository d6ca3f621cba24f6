/** A key and what it does. `Ctrl` is the command key on macOS. */
export type Shortcut = { readonly keys: string; readonly does: string };

/** The list for people; `use-shortcuts.ts` carries it out. */
export const shortcuts: readonly Shortcut[] = [
  { keys: 'Ctrl Enter', does: 'Send the request' },
  { keys: 'Esc', does: 'Cancel the request under way, close what stands over the window' },
  { keys: 'Ctrl K', does: 'Search requests, history, error codes and commands' },
  { keys: 'Ctrl Shift F', does: 'Search the history' },
  { keys: 'Shift F10', does: 'On a row of the history: everything that can be done with it' },
  { keys: 'Ctrl 1 … 4', does: 'Refund APIs, History, Environments, Sandbox in the side bar' },
  { keys: 'Alt W', does: 'Close the tab (Ctrl W too, in the desktop window)' },
  { keys: 'F6, Shift F6', does: 'Next or previous pane' },
  { keys: 'Ctrl M', does: 'In the editor: let Tab leave it' },
  { keys: 'F1', does: 'This list' },
];
