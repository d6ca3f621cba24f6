import { bridgeName, type WorkbenchBridge, type WorkbenchClient } from '../../shared/contract/client.ts';
import { createHttpClient } from './http-client.ts';
import { createIpcClient } from './ipc-client.ts';

/** The one place that looks at how the page was loaded. Gives `null` where the page has no way to the core. */
export async function chooseClient(): Promise<WorkbenchClient | null> {
  const bridge = (globalThis as { [bridgeName]?: WorkbenchBridge })[bridgeName];
  return bridge === undefined ? createHttpClient() : createIpcClient(bridge);
}
