import { apis, findApi } from '../../shared/apis/registry.ts';
import type {
  EvidenceInput as EvidenceRequest,
  Handlers,
  WorkbenchDescription,
} from '../../shared/contract/commands.ts';
import { parseEvidence } from '../../shared/contract/parse-evidence.ts';
import {
  buildEvidence,
  type EvidenceInput,
  type EvidenceSource,
  redactedContent,
} from '../../shared/engine/evidence/build-evidence.ts';
import { proposeRemovals } from '../../shared/engine/evidence/propose-removals.ts';
import { readEvidence } from '../../shared/engine/evidence/read-evidence.ts';
import { verifyEvidence } from '../../shared/engine/evidence/verify-evidence.ts';
import { writeEvidence } from '../../shared/engine/evidence/write-evidence.ts';
import { evidenceLimit, type EvidencePreview, type EvidenceReport } from '../../shared/model/evidence.ts';
import type { HistoryEntry } from '../../shared/model/exchange.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { noSuchExchange } from './no-such-exchange.ts';
import { knownSecrets } from './known-secrets.ts';
import type { Ports } from './ports.ts';
import { readTimeline } from './read-timeline.ts';
import { isSessionVariable } from './sessions.ts';

type Host = Pick<WorkbenchDescription, 'version' | 'runtime'>;

/** Evidence of what was sent: shown before it is handed on, written, and checked when it comes back. */
export function evidenceHandlers(
  ports: Ports,
  host: Host,
): Pick<Handlers, 'evidence.preview' | 'evidence.export' | 'evidence.verify'> {
  return {
    'evidence.preview': async (request) => previewEvidence(request, ports, host),
    'evidence.export': async ({ kind, ...request }) => {
      const preview = await previewEvidence(request, ports, host);
      return preview.ok ? writeEvidence(preview.value.bundle, kind) : preview;
    },
    'evidence.verify': async ({ text }) => checkEvidence(text, ports, host.version),
  };
}

async function previewEvidence(
  { ids, remove }: EvidenceRequest,
  ports: Ports,
  { version, runtime }: Host,
): Promise<Result<EvidencePreview, Problem>> {
  const sources = readSources(ids, ports);
  if (!sources.ok) return sources;
  const input: EvidenceInput = {
    sources: sources.value,
    apiOf: findApi,
    secrets: knownSecrets(ports),
    isSecretName: secretNameTest(ports),
    removals: [],
    madeAt: new Date(ports.clock.now()).toISOString(),
    madeBy: { workbench: version, runtime },
  };
  const proposals = proposeRemovals(redactedContent(input));
  const { state } = await ports.secrets.vault.describe();
  const removals = remove.map((text) => ({
    text,
    kind: proposals.find((proposal) => proposal.text === text)?.kind ?? ('text' as const),
  }));
  return ok({
    bundle: buildEvidence({ ...input, removals }, ports.crypto),
    proposals,
    vaultLocked: state === 'locked',
  });
}

function readSources(ids: readonly string[], ports: Ports): Result<readonly EvidenceSource[], Problem> {
  const sources: EvidenceSource[] = [];
  let characters = 0;
  for (const id of new Set(ids)) {
    const source = readSource(id, ports);
    if (!source.ok) return source;
    characters += sizeOf(source.value.entry);
    // Before anything is copied several times over.
    if (characters > evidenceLimit) return fail(tooMuch());
    sources.push(source.value);
  }
  return ok(sources);
}

function readSource(id: string, ports: Ports): Result<EvidenceSource, Problem> {
  const entry = ports.history.get(id);
  if (!entry.ok) return entry;
  if (entry.value === null) return fail(noSuchExchange(id));
  const refunds = ports.history.refundsOf(id);
  if (!refunds.ok) return refunds;
  const timeline = readTimeline(id, ports);
  return timeline.ok
    ? ok({ entry: entry.value, refunds: refunds.value, timeline: timeline.value })
    : timeline;
}

function sizeOf({ exchange: { login, main, openedBody } }: HistoryEntry): number {
  const steps = main === null ? login : [...login, main];
  return steps.reduce((sum, { request, outcome }) => {
    const answer =
      outcome?.kind === 'response' ? outcome.body.text.length + (outcome.body.base64?.length ?? 0) : 0;
    return sum + answer + (request.body?.length ?? 0);
  }, openedBody?.length ?? 0);
}

function tooMuch(): Problem {
  return {
    code: 'bad-input',
    message: `The bodies of these exchanges are longer together than ${evidenceLimit / 1_000_000} million characters, the most that evidence may hold.`,
    remedy: 'Choose fewer exchanges, or those with smaller bodies.',
  };
}

/** Names that may stand in `{{…}}` for a secret: declared by an API or an environment, or yielded by a login. */
function secretNameTest({ environments }: Ports): (name: string) => boolean {
  const declared = apis.flatMap(({ variables }) => variables.filter(({ secret }) => secret));
  const names = new Set([
    ...declared.map(({ name }) => name),
    ...environments.list().environments.flatMap(({ secrets }) => secrets),
  ]);
  return (name) => names.has(name) || isSessionVariable(name);
}

function checkEvidence(text: string, { crypto }: Ports, version: string): Result<EvidenceReport, Problem> {
  const read = readEvidence(text);
  if (!read.ok) return read;
  const bundle = parseEvidence(read.value.data);
  return bundle.ok
    ? ok(verifyEvidence({ kind: read.value.kind, bundle: bundle.value, text }, version, crypto))
    : bundle;
}
