import { findApi } from '../../shared/apis/registry.ts';
import { sandboxes } from '../../shared/apis/sandboxes.ts';
import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import type { Operation } from '../../shared/definition/operation.ts';
import { signaturePlaceholder } from '../../shared/engine/prepare-request.ts';
import { makeDynamicValues } from '../../shared/engine/dynamic-variables.ts';
import { reachableNames, resolveText, variableNames } from '../../shared/engine/resolve-variables.ts';
import { type Environment, sandboxEnvironmentId } from '../../shared/model/environment.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { RequestDraft } from '../../shared/model/request-draft.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { Exchange } from '../../shared/model/exchange.ts';
import type { PreviewInput } from '../../shared/contract/commands.ts';
import { gatherVariables, type GatheredVariables, type ScopeInput } from './build-scope.ts';
import { findEnvironment } from './environments.ts';
import type { Ports } from './ports.ts';
import { findWithheldSecrets } from './withheld-secrets.ts';

/** A draft with everything it refers to found: the start of every preview and send. */
export type OpenDraft = GatheredVariables & {
  readonly api: ApiDefinition;
  readonly operation: Operation;
  readonly environment: Environment;
  /** Origin of the environment's own base URL, whatever this send says; `null` where it names none. */
  readonly home: string | null;
  /** Names of the variables that draft and signature use. */
  readonly used: readonly string[];
  /** Secrets among them that exist and may not be used, with the reason. */
  readonly withheld: ReadonlyMap<string, Problem>;
  /** The dynamic variables they come down to, each with its one value. */
  readonly generated: Exchange['generated'];
};

/** Finds API, operation and environment of a draft, starts the sandbox where it is needed, gathers the variables. */
export async function openDraft(input: PreviewInput, ports: Ports): Promise<Result<OpenDraft, Problem>> {
  const api = findApi(input.draft.api);
  const operation = api?.operations.find(({ id }) => id === input.draft.operation);
  if (api === null || operation === undefined) return fail(unknownTarget(input.draft));
  const environment = findEnvironment(ports.environments, input.environmentId);
  if (!environment.ok) return environment;
  const sandbox = await startSandbox(api, environment.value, ports);
  if (!sandbox.ok) return sandbox;
  const { draft, overrides, literals = {}, collectionVariables = {} } = input;
  await ports.secrets.vault.describe();
  const used = usedNames(api, draft, operation);
  const { secrets, clock, crypto } = ports;
  const sources = {
    api,
    draft,
    environment: environment.value,
    collectionVariables,
    secrets,
    generated: makeDynamicValues(clock.now(), (count) => crypto.randomBytes(count)),
    sandbox: sandbox.value,
  };
  const gathered = gatherVariables({ ...sources, overrides, literals });
  return ok({
    ...gathered,
    api,
    operation,
    environment: environment.value,
    home: homeOf(api, gatherVariables({ ...sources, overrides: {}, literals: {}, collectionVariables: {} })),
    used,
    withheld: findWithheldSecrets({
      ...{ api, environment: environment.value, secrets, used },
      overrides: { ...overrides, ...literals },
    }),
    generated: pickGenerated(used, gathered),
  });
}

function pickGenerated(used: readonly string[], { scope }: GatheredVariables): Exchange['generated'] {
  return reachableNames(used, scope).flatMap((name) => {
    const variable = scope.get(name);
    return variable?.origin === 'generated' && !variable.secret ? [[name, variable.text] as const] : [];
  });
}

function homeOf(api: ApiDefinition, { scope }: GatheredVariables): string | null {
  const text = `{{${api.id}.baseUrl}}`;
  const resolved = resolveText({ text, language: 'url', scope, place: { part: 'url' } });
  return resolved.ok && URL.canParse(resolved.value.text) ? new URL(resolved.value.text).origin : null;
}

async function startSandbox(
  api: ApiDefinition,
  environment: Environment,
  ports: Ports,
): Promise<Result<ScopeInput['sandbox'], Problem>> {
  const definition = sandboxes.get(api.id);
  if (environment.id !== sandboxEnvironmentId || definition === undefined) return ok(null);
  const origin = await ports.sandbox.start();
  return origin.ok ? ok({ definition, origin: origin.value }) : origin;
}

/** Variables of the draft, its signature and its login, each once. */
function usedNames(api: ApiDefinition, draft: RequestDraft, operation: Operation): readonly string[] {
  const signed = (operation.signature?.pieces ?? [])
    .filter(({ from }) => from === 'variable')
    .map(({ name }) => name);
  const steps = api.authentication.kind === 'session' ? api.authentication.steps : [];
  const sealing = api.authentication.kind === 'session' ? api.authentication.sealing?.variable : undefined;
  const names = new Set([
    ...textsOf(draft).flatMap((text) => variableNames(text)),
    ...signed,
    ...steps.flatMap((step) => textsOf(step)).flatMap((text) => variableNames(text)),
    ...steps.flatMap(({ basic }) => (basic === undefined ? [] : [basic.user, basic.password])),
    ...(sealing === undefined ? [] : [sealing]),
  ]);
  names.delete(signaturePlaceholder);
  return [...names];
}

function textsOf({ url, headers, body }: Pick<RequestDraft, 'url' | 'headers' | 'body'>): readonly string[] {
  const bodyTexts =
    body.kind === 'text' ? [body.text] : body.kind === 'form' ? body.fields.map(({ value }) => value) : [];
  return [url, ...headers.map(([, value]) => value), ...bodyTexts];
}

function unknownTarget(draft: RequestDraft): Problem {
  return {
    code: 'unknown-api',
    message: `There is no operation "${draft.operation}" of an API "${draft.api}".`,
    remedy: 'Start again from one of the templates.',
  };
}
