import type { WorkbenchBridge, WorkbenchClient } from '../../shared/contract/client.ts';
import type { CommandName, Commands } from '../../shared/contract/commands.ts';
import type { WorkbenchEvent } from '../../shared/contract/events.ts';

/** The core behind Electron's preload script. */
export function createIpcClient(bridge: WorkbenchBridge): WorkbenchClient {
  return {
    call: async <Name extends CommandName>(name: Name, input: Commands[Name]['input']) => {
      const reply = JSON.parse(await bridge.call(name, JSON.stringify(input))) as
        { output: Commands[Name]['output'] } | { rejection: { message: string } };
      if ('rejection' in reply) throw new Error(reply.rejection.message);
      return reply.output;
    },
    // The core lives and dies with the window.
    follow: () => undefined,
    on: (listener) => bridge.on((text) => listener(JSON.parse(text) as WorkbenchEvent)),
  };
}
