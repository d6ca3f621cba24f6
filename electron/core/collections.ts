import { apis } from '../../shared/apis/registry.ts';
import { createRedactor, redactDeep, type Redactor } from '../../shared/engine/redact.ts';
import type { CollectionContent, CollectionRequest, ContentNode } from '../../shared/model/collection.ts';
import type { EnvironmentVariable } from '../../shared/model/environment.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { DraftBody, RequestDraft } from '../../shared/model/request-draft.ts';
import { fail, type Result } from '../../shared/model/result.ts';
import type { StoreChange } from '../../shared/ports/collection-store.ts';
import { knownSecrets } from './known-secrets.ts';
import type { Ports } from './ports.ts';

type CollectionPorts = Pick<Ports, 'collections' | 'environments' | 'secrets'>;

/** Writes a new collection; secrets that are known are written as `{{name}}`, and none may stand in its variables. */
export async function createCollection(
  content: CollectionContent,
  ports: CollectionPorts,
): Promise<Result<StoreChange, Problem>> {
  const redact = await secretRemover(ports);
  const fault = findSecretVariable(content.variables, ports);
  if (fault !== null) return fail(fault);
  return ports.collections.create(contentWithout(content, redact));
}

/** Replaces every secret that is known now by its reference. */
export async function secretRemover(ports: Pick<Ports, 'environments' | 'secrets'>): Promise<Redactor> {
  await ports.secrets.vault.describe();
  return createRedactor(knownSecrets(ports));
}

/** A request as it may be written to a file: in its texts secrets are references; ids and names of headers stay. */
export function requestWithout(request: CollectionRequest, redact: Redactor): CollectionRequest {
  const { name, notes, draft, checks, captures } = request;
  return {
    name: redact(name),
    notes: redact(notes),
    draft: draftWithout(draft, redact),
    checks: checks.map((check) => ({
      ...check,
      subject: redactDeep(check.subject, redact),
      expected: redact(check.expected),
    })),
    captures: captures.map((capture) => ({ ...capture, subject: redactDeep(capture.subject, redact) })),
  };
}

/** Variables of a collection are written to a file that is meant for git. */
export function findSecretVariable(
  variables: readonly EnvironmentVariable[],
  { environments }: Pick<Ports, 'environments'>,
): Problem | null {
  const declared = apis.flatMap((api) => api.variables.filter(({ secret }) => secret));
  const secrets = new Set([
    ...declared.map(({ name }) => name),
    ...environments.list().environments.flatMap((environment) => environment.secrets),
  ]);
  const found = variables.find(({ name, value }) => secrets.has(name) && value !== '');
  if (found === undefined) return null;
  return {
    code: 'bad-collection',
    message: `The variable ${found.name} is a secret, and the file of a collection is meant for git, so nothing was saved.`,
    remedy: 'Take it out here and set it in the environment, which keeps it in the vault.',
    place: { part: 'variable', name: found.name },
  };
}

function contentWithout(
  { name, notes, variables, items }: CollectionContent,
  redact: Redactor,
): CollectionContent {
  return {
    name: redact(name),
    notes: redact(notes),
    variables: variables.map((variable) => ({ ...variable, value: redact(variable.value) })),
    items: items.map((item) => nodeWithout(item, redact)),
  };
}

function nodeWithout(node: ContentNode, redact: Redactor): ContentNode {
  if (node.kind === 'request') return { ...node, request: requestWithout(node.request, redact) };
  const { kind, name, notes, items } = node;
  return {
    kind,
    name: redact(name),
    notes: redact(notes),
    items: items.map((item) => nodeWithout(item, redact)),
  };
}

function draftWithout(draft: RequestDraft, redact: Redactor): RequestDraft {
  return {
    ...draft,
    url: redact(draft.url),
    headers: draft.headers.map(([header, value]) => [header, redact(value)]),
    body: bodyWithout(draft.body, redact),
  };
}

function bodyWithout(body: DraftBody, redact: Redactor): DraftBody {
  switch (body.kind) {
    case 'none':
      return body;
    case 'text':
      return { ...body, text: redact(body.text) };
    case 'form':
      return { ...body, fields: body.fields.map((field) => ({ ...field, value: redact(field.value) })) };
  }
}
