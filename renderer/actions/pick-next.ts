import type { Stores } from '../stores/stores.ts';

/** Makes a documented answer the sandbox's next one to the API, whichever client asks; once. */
export async function pickNext({ sandbox, layout }: Stores, api: string, entry: string): Promise<void> {
  const rule = { api, does: { kind: 'pick', entry }, meets: 'calls', left: 1 } as const;
  const problem = await sandbox.getState().change({ kind: 'add-rule', rule });
  layout.getState().notify(problem);
  if (problem === null)
    layout.getState().say('The sandbox gives this answer to the next request that can have it');
}
