import { apis } from '../../../shared/apis/registry.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { CliContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { parseArguments } from '../parse-args.ts';
import { reportProblems } from '../reporters/problems.ts';

export const apisUsage = 'apis [--json]';

/** Lists the APIs with their templates and variables. */
export async function listApis(args: readonly string[], context: CliContext): Promise<number> {
  const parsed = parseArguments(args, { json: { type: 'boolean' } }, { min: 0, max: 0, usage: apisUsage });
  if (!parsed.ok) {
    reportProblems(context, [parsed.error], args.includes('--json'));
    return exitCodes.wrongUse;
  }
  context.out(
    parsed.value.flag('json') ? `${JSON.stringify(apis.map(apiJson))}\n` : apis.map(formatApi).join('\n'),
  );
  return exitCodes.ok;
}

function apiJson(api: ApiDefinition): object {
  const { id, title, vendor, summary, document } = api;
  return {
    id,
    title,
    vendor,
    summary,
    document,
    templates: api.templates.map((template) => ({
      id: template.id,
      title: template.title,
      summary: template.summary,
      operation: template.operation,
      method: api.operations.find((operation) => operation.id === template.operation)?.method ?? null,
      url: template.url,
    })),
    variables: api.variables.map(({ name, kind, secret, help, example }) => ({
      name,
      kind,
      secret,
      help,
      example,
    })),
    catalogEntries: api.catalog.length,
  };
}

function formatApi(api: ApiDefinition): string {
  const width = Math.max(...api.templates.map(({ id }) => id.length)) + api.id.length + 3;
  const templates = api.templates.map(
    ({ id, summary }) => `  ${`${api.id}/${id}`.padEnd(width)}${summary}\n`,
  );
  return `${api.title} (${api.id})\n${templates.join('')}`;
}
