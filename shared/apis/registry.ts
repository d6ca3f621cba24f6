import type { ApiDefinition } from '../definition/api-definition.ts';

const modules = import.meta.glob<ApiDefinition>('./*/index.ts', { eager: true, import: 'api' });

/** Every refund API, in display order. This file and `sandboxes.ts` are the only ones that know there are several. */
export const apis: readonly ApiDefinition[] = checkedApis(modules);

/** The API of an id, or `null`. */
export function findApi(id: string): ApiDefinition | null {
  return apis.find((api) => api.id === id) ?? null;
}

/** The type argument of the glob is a promise, not a check: a malformed folder stops the program at its start. */
function checkedApis(found: Record<string, ApiDefinition | undefined>): readonly ApiDefinition[] {
  const checked = Object.entries(found).map(([path, api]) => {
    const folder = path.split('/').at(-2) ?? '';
    if (api === undefined) throw new Error(`${path} exports no "api"`);
    if (api.id !== folder) throw new Error(`${path} calls itself "${api.id}", its folder is "${folder}"`);
    return api;
  });
  return checked.toSorted(
    (left, right) => left.displayOrder - right.displayOrder || left.id.localeCompare(right.id),
  );
}
