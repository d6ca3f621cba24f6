import { apis } from '../../shared/apis/registry.ts';
import { sandboxes } from '../../shared/apis/sandboxes.ts';
import type { Commands } from '../../shared/contract/commands.ts';
import type { SignatureSpec } from '../../shared/definition/operation.ts';
import { type PreparedRequest, prepareRequest } from '../../shared/engine/prepare-request.ts';
import { createRedactor, redactDeep } from '../../shared/engine/redact.ts';
import { compareHash } from '../../shared/engine/signature/compare-hash.ts';
import type { HashCase, OtherSecret } from '../../shared/engine/signature/hash-case.ts';
import { readPiece } from '../../shared/engine/signature/read-piece.ts';
import { compactJson, jsonMember, jsonText } from '../../shared/formats/json.ts';
import { sandboxEnvironmentId } from '../../shared/model/environment.ts';
import type { JsonNode } from '../../shared/model/parsed-body.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { redactProblems, secretsOf } from './build-scope.ts';
import { listEnvironments } from './environments.ts';
import { knownSecrets } from './known-secrets.ts';
import { openDraft, type OpenDraft } from './open-draft.ts';
import type { Ports } from './ports.ts';
import { isSessionVariable } from './sessions.ts';

type CompareInput = Commands['signature.compare']['input'];
type CompareOutput = Commands['signature.compare']['output'];

/**
 * Finds out what a hash is that somebody was given. Secrets of the other environments are tried as well; the answer
 * names them and is redacted by every secret that is known.
 */
export async function compareSignature(
  { hash, ...input }: CompareInput,
  ports: Ports,
): Promise<CompareOutput> {
  const opened = await openDraft(input, ports);
  if (!opened.ok) return fail([opened.error]);
  const open = opened.value;
  const spec = open.operation.signature;
  if (spec === undefined) return fail([nothingSigned(open)]);
  if (open.withheld.size > 0) return fail([...open.withheld.values()]);
  const prepared = prepareRequest(input.draft, open.scope, isLeftOpen);
  if (!prepared.ok) return fail(redactProblems(prepared.error, open.scope));
  const redact = createRedactor([...secretsOf(open.scope), ...knownSecrets(ports)]);
  const hashCase = caseOf(spec, prepared.value, open, ports);
  if (!hashCase.ok) return fail(redactDeep(hashCase.error, redact));
  const masked = maskSecrets(hashCase.value, (text) => redact(text) !== text);
  return ok(redactDeep(compareHash(hash, masked, ports.digests), redact));
}

/** A secret that somebody put into the body is one there as well: in upper case no redactor would know it again. */
function maskSecrets(hashCase: HashCase, holdsSecret: (text: string) => boolean): HashCase {
  return {
    ...hashCase,
    pieces: hashCase.pieces.map((piece) => ({
      ...piece,
      secret: piece.secret || holdsSecret(piece.literal),
    })),
    others: hashCase.others.filter(({ text }) => !holdsSecret(text)),
    bodies: hashCase.bodies.filter(({ text }) => !holdsSecret(text)),
  };
}

/** Neither the signature itself nor what a login yields is a piece of what is hashed. */
function isLeftOpen(name: string): boolean {
  return name === '$signature' || isSessionVariable(name);
}

function caseOf(
  spec: SignatureSpec,
  prepared: PreparedRequest,
  open: OpenDraft,
  ports: Ports,
): Result<HashCase, readonly Problem[]> {
  const root = prepared.main?.parsed.kind === 'json' ? prepared.main.parsed.root : null;
  const pieces = spec.pieces.map((piece) => readPiece(piece, root, open.scope));
  const problems = pieces.flatMap((piece) => (piece.ok ? [] : [piece.error]));
  if (problems.length > 0) return fail(problems);
  const { body } = open.operation;
  const fields = body.format === 'none' ? [] : body.fields;
  return ok({
    algorithm: spec.algorithm,
    field: spec.field,
    pieces: pieces.flatMap((piece) => (piece.ok ? [piece.value] : [])),
    separator: spec.separator,
    amounts: new Set(fields.filter(({ type }) => type === 'amount').map(({ name }) => name)),
    others: othersOf(spec, root, open),
    otherSecrets: secretsElsewhere(spec, open, ports),
    bodies: bodiesOf(spec, prepared, root),
    printed: open.api.examples.map(({ text }) => text),
  });
}

/** Members of the body and variables of the API that are no pieces; of two alike texts the first. */
function othersOf(spec: SignatureSpec, root: JsonNode | null, { api, scope }: OpenDraft): HashCase['others'] {
  const names = new Set(spec.pieces.map(({ name }) => name));
  const inBody = root?.kind === 'object' ? root.members : [];
  const members = inBody
    .filter(({ name }) => name !== spec.field && !names.has(name))
    .flatMap(({ name, value }) => {
      const text = jsonText(value);
      return text === null ? [] : [{ name, text }];
    });
  const variables = api.variables.flatMap(({ name, kind }) => {
    const variable = scope.get(name);
    return variable?.secret === false && kind !== 'url' ? [{ name, text: variable.text }] : [];
  });
  const pieceTexts = new Set(spec.pieces.map(({ name }) => jsonText(jsonMember(root, name))));
  const all = [...members, ...variables.filter(({ text }) => !pieceTexts.has(text))];
  return all.filter(({ text }, index) => all.findIndex((other) => other.text === text) === index);
}

/** More secrets than this are not tried; each of them multiplies the work. */
const mostSecrets = 60;

/** The same secret of the other environments, and the other secrets of this one; of two alike values the first. */
function secretsElsewhere(spec: SignatureSpec, open: OpenDraft, ports: Ports): readonly OtherSecret[] {
  const secret = spec.pieces.find(({ from, name }) => from === 'variable' && open.scope.get(name)?.secret);
  if (secret === undefined) return [];
  const { name } = secret;
  const others = listEnvironments(ports.environments)
    .environments.filter(({ id }) => id !== open.environment.id)
    .flatMap((environment) => {
      const value = valueIn(environment.id, name, open, ports);
      return value === null ? [] : [{ title: `${name} of the environment ${environment.name}`, value }];
    });
  const here = secretsOf(open.scope)
    .filter((other) => other.name !== name)
    .map((other) => ({ title: other.name, value: other.value }));
  const all = [...others, ...here];
  return all
    .filter(({ value }, index) => value !== '' && all.findIndex((other) => other.value === value) === index)
    .slice(0, mostSecrets);
}

function valueIn(environmentId: string, name: string, { api }: OpenDraft, { secrets }: Ports): string | null {
  const secret = secrets.get(environmentId, name);
  if (secret.ok && secret.value !== null) return secret.value.reveal();
  return environmentId === sandboxEnvironmentId ? (sandboxes.get(api.id)?.variables[name] ?? null) : null;
}

/** The body as it would be sent, and as it is before its hash is in it. */
function bodiesOf(
  { field }: SignatureSpec,
  { parts }: PreparedRequest,
  root: JsonNode | null,
): HashCase['bodies'] {
  const text = parts.body ?? '';
  const placeholder = /\{\{\s*\$signature\s*\}\}/g;
  const withoutHash =
    root?.kind === 'object'
      ? [{ what: 'the whole body, without its hash and without blanks', text: compactWithout(root, field) }]
      : [];
  return [
    { what: 'the whole body as it stands here', text: text.replaceAll(placeholder, '') },
    { what: 'the whole body with the placeholder in it', text },
    ...withoutHash,
  ].filter((body) => body.text !== '');
}

function compactWithout(root: Extract<JsonNode, { kind: 'object' }>, field: string): string {
  return compactJson({ ...root, members: root.members.filter(({ name }) => name !== field) });
}

function nothingSigned({ api, operation }: OpenDraft): Problem {
  const signing = apis.filter(({ operations }) =>
    operations.some(({ signature }) => signature !== undefined),
  );
  return {
    code: 'bad-input',
    message: `${operation.title} of ${api.title} has no signature, so there is nothing to compare a hash with.`,
    remedy: `Open a request that is signed: those of ${signing.map(({ title }) => title).join(', ')}.`,
  };
}
