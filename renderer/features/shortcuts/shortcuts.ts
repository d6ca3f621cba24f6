/** A key and what it does. `Ctrl` is the command key on macOS. */
export type Shortcut = { readonly keys: string; readonly does: string };

/** The list for people; `use-shortcuts.ts` carries it out. */
export const shortcuts: readonly Shortcut[] = [
  { keys: 'Ctrl Enter', does: 'Send the request' },
  { keys: 'Ctrl S', does: 'Save the request to its collection; the first time it asks where' },
  { keys: 'Esc', does: 'Cancel the request under way, close what stands over the window' },
  { keys: 'Ctrl K', does: 'Search requests, history, error codes and commands' },
  { keys: 'Ctrl Shift F', does: 'Search the history' },
  {
    keys: 'Shift F10',
    does: 'On a row of the history or of a collection: everything that can be done with it',
  },
  { keys: 'F2, Delete', does: 'On a row of a collection: rename or delete it' },
  {
    keys: 'Right, Right, Enter',
    does: 'On a request of a collection: drag it by the arrow keys; Enter drops it',
  },
  { keys: 'Ctrl V', does: 'Outside a field: explain what is on the clipboard, or open it as a draft' },
  {
    keys: 'Ctrl 1 … 6',
    does: 'Refund APIs, Collections, History, Environments, Sandbox, Runs in the side bar',
  },
  { keys: 'Alt W', does: 'Close the tab (Ctrl W too, in the desktop window)' },
  { keys: 'F6, Shift F6', does: 'Next or previous pane' },
  { keys: 'Ctrl M', does: 'In the editor: let Tab leave it' },
  { keys: 'F1', does: 'This list' },
];
