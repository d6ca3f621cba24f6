import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';

/** A line for each answer that the sandbox gives when asked, and how to ask for one. */
export function formatScenarios(api: ApiDefinition, scenarios: readonly Scenario[]): string {
  const width = Math.max(0, ...scenarios.map(({ id }) => id.length));
  const lines = scenarios.map(({ id, code, message, how }) => {
    const said = [code, message].filter((text) => text !== null).join(' ');
    const title = api.catalog.find((entry) => entry.id === id)?.title ?? '';
    return `  ${id.padEnd(width)}  ${how.padEnd(8)}  ${said === '' ? title : said}\n`;
  });
  const ask = `Ask for one with: send ${api.id} --scenario ID\n`;
  return `${api.title}: ${scenarios.length} answers\n${lines.join('')}${ask}`;
}
