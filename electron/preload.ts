import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';

import { bridgeName, type WorkbenchBridge } from '../shared/contract/client.ts';
import { callChannel, eventChannel } from './shell/channels.ts';

/** All the page gets of Electron: one call and one listener, texts only. */
const bridge = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input),
  on: (listener) => {
    const forward = (_event: IpcRendererEvent, text: string): void => listener(text);
    ipcRenderer.on(eventChannel, forward);
    return () => void ipcRenderer.off(eventChannel, forward);
  },
} satisfies WorkbenchBridge;

contextBridge.exposeInMainWorld(bridgeName, bridge);
