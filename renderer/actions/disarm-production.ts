import type { Stores } from '../stores/stores.ts';

/** Makes an environment read-only again; what went wrong with it is told. */
export async function disarmProduction({ production, layout }: Stores, environmentId: string): Promise<void> {
  const problem = await production.getState().disarm(environmentId);
  if (problem !== null) layout.getState().notify(problem);
}
