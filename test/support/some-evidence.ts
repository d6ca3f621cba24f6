import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { findApi } from '../../shared/apis/registry.ts';
import {
  buildEvidence,
  type EvidenceInput,
  redactedContent,
} from '../../shared/engine/evidence/build-evidence.ts';
import { proposeRemovals } from '../../shared/engine/evidence/propose-removals.ts';
import { noAnnotation } from '../../shared/model/annotation.ts';
import type { EvidenceBundle, RemovalProposal } from '../../shared/model/evidence.ts';
import type { Exchange, StepExchange } from '../../shared/model/exchange.ts';
import { settledExchange } from './some-exchange.ts';

export const workbenchVersion = '9.9.9';

/** A bundle of the given exchanges, with nothing else known of them. */
export function evidenceOf(
  exchanges: readonly Exchange[],
  changes: Partial<EvidenceInput> = {},
): EvidenceBundle {
  return buildEvidence(inputOf(exchanges, changes), nodeCrypto);
}

/** What would be proposed to be taken out of it. */
export function proposalsFor(exchange: Exchange): readonly RemovalProposal[] {
  return proposeRemovals(redactedContent(inputOf([exchange])));
}

/** A settled exchange with another request or answer. */
export function exchangeWith(
  request: Partial<StepExchange['request']>,
  answer: { readonly text?: string; readonly base64?: string | null; readonly contentType?: string } = {},
  id = '1',
): Exchange {
  const exchange = settledExchange(id, answer.text);
  const { main } = exchange;
  if (main?.outcome?.kind !== 'response') throw new Error('It has no response');
  const { outcome } = main;
  const body = { ...outcome.body, base64: answer.base64 ?? null };
  const headers = [['Content-Type', answer.contentType ?? 'application/json']] as const;
  return {
    ...exchange,
    main: { ...main, request: { ...main.request, ...request }, outcome: { ...outcome, headers, body } },
  };
}

function inputOf(exchanges: readonly Exchange[], changes: Partial<EvidenceInput> = {}): EvidenceInput {
  return {
    sources: exchanges.map((exchange) => ({
      entry: { exchange, annotation: noAnnotation },
      refunds: [],
      timeline: { transactions: [], events: [] },
    })),
    apiOf: findApi,
    secrets: [],
    isSecretName: (name) => name.startsWith('payu.'),
    removals: [],
    madeAt: '2026-02-01T00:00:00.000Z',
    madeBy: { workbench: workbenchVersion, runtime: 'Node 24' },
    ...changes,
  };
}
