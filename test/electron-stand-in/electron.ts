// What `import 'electron'` gives in the main process. A name that is missing here is refused by the module loader.
export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { dialog } from './dialog.ts';
export { ipcMain } from './ipc.ts';
export { Menu } from './menu.ts';
export { protocol } from './protocol.ts';
export { shell } from './system.ts';
