import { postmanScript } from 'virtual:postman-script';

import { findApi } from '../../shared/apis/registry.ts';
import { sandboxes } from '../../shared/apis/sandboxes.ts';
import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import { dynamicVariables } from '../../shared/engine/dynamic-variables.ts';
import { collectionCalls } from '../../shared/engine/transfer/collection-calls.ts';
import {
  type NamedCall,
  writeCurlFile,
  writeHarFile,
  writeHttpFile,
} from '../../shared/engine/transfer/write-calls.ts';
import { writeOutCall } from '../../shared/engine/transfer/write-out-call.ts';
import { writePostmanCollection } from '../../shared/engine/transfer/write-postman-collection.ts';
import type { CollectionContent } from '../../shared/model/collection.ts';
import { type Environment, sandboxEnvironmentId } from '../../shared/model/environment.ts';
import type { RequestDraft } from '../../shared/model/request-draft.ts';
import type { ExportedCollection, ExportKind, TransferRemark } from '../../shared/model/transfer.ts';
import type { VariableScope } from '../../shared/model/variable.ts';
import type { SecretStore } from '../../shared/ports/secret-store.ts';
import { gatherVariables } from './build-scope.ts';
import { exportEnvironment } from './export-environment.ts';

export type ExportOrder = {
  readonly content: CollectionContent;
  readonly kind: ExportKind;
  readonly environment: Environment;
  /** Where the sandbox runs, or usually does. */
  readonly sandboxOrigin: string;
  readonly secrets: SecretStore;
  /** The version of the workbench. */
  readonly version: string;
};

/** Writes a collection for another program. No secret stands in it but the invented ones of the sandbox. */
export function exportCollection(order: ExportOrder): ExportedCollection {
  const { content, kind } = order;
  const stem = fileStem(content.name);
  if (kind === 'postman') return exportForPostman(order, stem);
  const calls = collectionCalls(content).map(({ place, request }): NamedCall => {
    const { draft } = request;
    const api = findApi(draft.api);
    return { ...writeOutCall(draft, scopeOf(draft, api, order)), api, operation: draft.operation, place };
  });
  const remarks = [...rails, ...openReferences(calls), ...withoutChecks(content)];
  const file = {
    har: () => ({
      fileName: `${stem}.har`,
      mediaType: 'application/json',
      text: writeHarFile(content.name, calls, order.version),
    }),
    curl: () => ({
      fileName: `${stem}.sh`,
      mediaType: 'text/x-shellscript',
      text: writeCurlFile(content.name, calls),
    }),
    http: () => ({
      fileName: `${stem}.http`,
      mediaType: 'text/plain',
      text: writeHttpFile(content.name, calls),
    }),
  }[kind]();
  return { files: [file], remarks };
}

const rails: readonly TransferRemark[] = [
  {
    place: '',
    text: "What is sent from there passes none of the workbench's checks: no confirmation for production, no look for repeated refunds.",
  },
];

function exportForPostman(order: ExportOrder, stem: string): ExportedCollection {
  const { content, environment, sandboxOrigin } = order;
  const isSandbox = environment.id === sandboxEnvironmentId;
  const text = writePostmanCollection(content, {
    script: postmanScript,
    valuesOf: (draft) => (isSandbox ? demoValues(draft) : {}),
  });
  const used = [...new Set(collectionCalls(content).map(({ request }) => request.draft.api))];
  const known = used.map((id) => findApi(id)).filter((api) => api !== null);
  return {
    files: [
      { fileName: `${stem}.postman_collection.json`, mediaType: 'application/json', text },
      {
        fileName: `${fileStem(environment.name)}.postman_environment.json`,
        mediaType: 'application/json',
        text: exportEnvironment({ environment, apis: known, sandboxOrigin, without: content.variables }),
      },
    ],
    remarks: [
      ...rails,
      ...used
        .filter((id) => findApi(id) === null)
        .map((id) => ({
          place: '',
          text: `There is no API ${id}; its requests cannot be sent from Postman.`,
        })),
      ...known.filter(canSeal).map(({ title }) => ({
        place: '',
        text: `Postman cannot encrypt payloads, so the requests of ${title} run there only with encryption off.`,
      })),
      isSandbox
        ? {
            place: '',
            text: `It sends to the sandbox at ${sandboxOrigin}; start it there with "sandbox --port ${new URL(sandboxOrigin).port}".`,
          }
        : { place: '', text: 'Secrets are empty in the environment; fill them in in Postman.' },
    ],
  };
}

function canSeal({ authentication }: ApiDefinition): boolean {
  return authentication.kind === 'session' && authentication.sealing !== undefined;
}

function demoValues(draft: RequestDraft): Readonly<Record<string, string>> {
  const template = findApi(draft.api)?.templates.find(({ id }) => id === draft.template);
  return template?.demo ?? {};
}

function scopeOf(
  draft: RequestDraft,
  api: ApiDefinition | null,
  { content, environment, sandboxOrigin, secrets }: ExportOrder,
): VariableScope {
  if (api === null) return new Map();
  const definition = environment.id === sandboxEnvironmentId ? sandboxes.get(api.id) : undefined;
  return gatherVariables({
    api,
    draft,
    environment,
    overrides: {},
    collectionVariables: Object.fromEntries(content.variables.map(({ name, value }) => [name, value])),
    secrets,
    // Made anew for every send, so only their names count here.
    generated: new Map(dynamicVariables.map(({ name }) => [name, name])),
    sandbox: definition === undefined ? null : { definition, origin: sandboxOrigin },
  }).scope;
}

function openReferences(calls: readonly NamedCall[]): readonly TransferRemark[] {
  const open = [...new Set(calls.flatMap(({ references }) => references))];
  return open.length === 0
    ? []
    : [
        {
          place: '',
          text: `${open.map((name) => `{{${name}}}`).join(', ')} ${open.length === 1 ? 'has' : 'have'} to be put in before sending. Only the Postman export signs and logs in by itself.`,
        },
      ];
}

function withoutChecks(content: CollectionContent): readonly TransferRemark[] {
  const some = collectionCalls(content).some(
    ({ request }) => request.checks.length + request.captures.length > 0,
  );
  return some
    ? [{ place: '', text: 'This format has no place for checks and captures; they are left out.' }]
    : [];
}

/** The beginning of a file name that every system takes. */
function fileStem(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\da-z]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  return plain === '' ? 'collection' : plain;
}
