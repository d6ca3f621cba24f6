import { apis } from '../../shared/apis/registry.ts';
import { sandboxes } from '../../shared/apis/sandboxes.ts';
import type { SandboxDescription } from '../../shared/contract/commands.ts';
import type { AnySandbox, DemoSeries } from '../../shared/definition/sandbox-definition.ts';

/** Where the sandbox of an API listens. */
export function sandboxBaseUrl(origin: string, apiId: string, { basePath }: AnySandbox): string {
  return `${origin}/${apiId}${basePath}`;
}

function describeSeries({ first, last, title, state }: DemoSeries): DemoSeries {
  return { first, last, title, state };
}

/** Everything a person needs to use the running sandbox from any client. */
export function describeSandbox(origin: string): SandboxDescription {
  return {
    origin,
    apis: apis.flatMap(({ id }) => {
      const sandbox = sandboxes.get(id);
      if (sandbox === undefined) return [];
      const { variables: credentials, transactions, series } = sandbox;
      return [
        {
          id,
          baseUrl: sandboxBaseUrl(origin, id, sandbox),
          credentials,
          transactions,
          series: describeSeries(series),
        },
      ];
    }),
  };
}
