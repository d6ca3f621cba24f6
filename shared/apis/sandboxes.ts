import type { AnySandbox } from '../definition/sandbox-definition.ts';
import type { ScenarioRequest } from '../definition/sandbox-scenario.ts';

const modules = import.meta.glob<AnySandbox>('./*/sandbox.ts', { eager: true, import: 'sandbox' });

/** The sandbox of every API, by API id. Apart from the registry, so that the page does not load them. */
export const sandboxes: ReadonlyMap<string, AnySandbox> = new Map(
  Object.entries(modules).map(([path, sandbox]) => [path.split('/').at(-2) ?? '', sandbox]),
);

/** The scenario of a catalog entry of an API; `null` where there is none. */
export function findScenario(apiId: string, entryId: string): ScenarioRequest | null {
  return sandboxes.get(apiId)?.scenarios.find(({ id }) => id === entryId) ?? null;
}
