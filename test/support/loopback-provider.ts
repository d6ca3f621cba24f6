import { findApi } from '../../shared/apis/registry.ts';
import { sandboxes } from '../../shared/apis/sandboxes.ts';
import type { SendInput } from '../../shared/contract/commands.ts';
import type { EnvironmentClass } from '../../shared/model/environment.ts';
import { sendInput, type TestWorkbench } from './open-test-workbench.ts';
import { type RawRequest, type RawServer, startRawServer } from './raw-server.ts';

export type Provider = RawServer & {
  readonly environmentId: string;
  /** What the command line would send to this provider. */
  readonly input: (template: string, changes?: Partial<SendInput>) => SendInput;
};

export type ProviderOptions = {
  readonly environmentClass?: Exclude<EnvironmentClass, 'sandbox'>;
  /** Values instead of those of the demo account. */
  readonly values?: Readonly<Record<string, string>>;
};

/**
 * A provider of the test's own on loopback, and an environment that points to it: filled with the values of the demo
 * account, the secret ones in the secret store.
 */
export async function openProvider(
  workbench: TestWorkbench,
  apiId: string,
  answer: (request: RawRequest) => void,
  { environmentClass = 'test', values = {} }: ProviderOptions = {},
): Promise<Provider> {
  const server = await startRawServer(answer);
  const api = findApi(apiId);
  if (api === null) throw new Error(`There is no API ${apiId}`);
  const demo = api.templates.find(({ id }) => id === 'refund')?.demo ?? {};
  const all = { ...sandboxes.get(apiId)?.variables, ...demo, [`${apiId}.baseUrl`]: server.origin, ...values };
  const secret = new Set(api.variables.filter((spec) => spec.secret).map(({ name }) => name));
  const environmentId = `${apiId}-${environmentClass}`;
  const { files } = await workbench.handlers['environment.list'](null);
  const saved = await workbench.handlers['environment.save']({
    id: environmentId,
    name: `${apiId} ${environmentClass}`,
    environmentClass,
    notes: '',
    variables: Object.entries(all).flatMap(([name, value]) => (secret.has(name) ? [] : [{ name, value }])),
    secrets: [...secret],
    revision: files[environmentId]?.revision,
  });
  if (!saved.ok) throw new Error(saved.error.message);
  for (const [name, value] of Object.entries(all)) {
    if (secret.has(name)) await workbench.handlers['secret.set']({ environmentId, name, value });
  }
  const input: Provider['input'] = (template, changes = {}) => ({
    ...sendInput(apiId, template, {}, environmentId),
    ...changes,
  });
  return { ...server, environmentId, input };
}
