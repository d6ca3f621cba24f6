import { describe, expect, it } from 'vitest';

import { apis } from '../../shared/apis/registry.ts';
import { sandboxes } from '../../shared/apis/sandboxes.ts';
import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import type { ScenarioRequest } from '../../shared/definition/sandbox-scenario.ts';
import { type HeaderList, headerValue } from '../../shared/model/headers.ts';
import { scenarioHeader } from '../../shared/model/scenario.ts';
import type { Confidence } from '../../shared/model/source.ts';
import { type BareClient, fetchTransport, openBareClient } from '../support/bare-client.ts';
import { openTestWorkbench } from '../support/open-test-workbench.ts';
import { valueOf } from '../support/value-of.ts';

/** What the fact sheet of the APIs calls a guess, by the sections on the responses and on the sandbox. */
const guesses: Readonly<Record<string, readonly string[]>> = {
  // Which of the duplicate answers comes when, and where the codes of the published list are used.
  payu: ['already-exists', '227', '106-token', '106-partner', '111', '238', '255'],
  // The order of the checks behind the key, broken XML, and what a refused item looks like.
  luminate: ['1', '3', '6', '9', 'item-refused'],
  // Invented sentences, names of states and bodies.
  'front-payment': [
    'product-amount-exceeded',
    'something-went-wrong',
    'unauthorized',
    'rate-limited',
    'refund-status-pending',
    'payment-status-created',
  ],
  // Every check.
  digipay: ['bad-request', 'unauthorized', 'forbidden'],
  // Statuses and wordings that no page prints.
  edubrite: ['0231-refunded', '0231', '0231-temporary', '0174', '0154'],
};

const surest: readonly Confidence[] = ['guess', 'likely', 'certain'];

type Told = { readonly id: string; readonly entry: string | undefined; readonly confidence: string | null };

/** What the header of each answer that can be asked for says, each from a fresh ledger. */
async function confidencesOf(api: ApiDefinition): Promise<readonly Told[]> {
  const { handlers } = openTestWorkbench();
  const { apis: mounted } = valueOf(await handlers['sandbox.start'](null));
  const baseUrl = mounted.find(({ id }) => id === api.id)?.baseUrl ?? '';
  const client = await openBareClient(api, baseUrl, fetchTransport);
  const told: Told[] = [];
  for (const scenario of sandboxes.get(api.id)?.scenarios ?? []) {
    if (scenario.how === 'by state') {
      valueOf(await handlers['sandbox.change']({ kind: 'reset', api: null }));
      await client.logIn();
    }
    told.push(await askFor(client, scenario));
  }
  return told;
}

async function askFor(client: BareClient, { id, template, login }: ScenarioRequest): Promise<Told> {
  const headers: HeaderList = [[scenarioHeader, id]];
  const sent = login === true ? await client.logIn(headers) : await client.send({ template, headers });
  const confidence = headerValue(sent?.answer.headers ?? [], 'X-Sandbox-Confidence');
  return { id, entry: sent?.explanation.entries[0], confidence };
}

describe.each(apis.map((api) => [api.id, api] as const))('the sandbox of %s', (id, api) => {
  it('says of every guess that it is one, and of no answer more than its catalog entry does', async () => {
    const all = await confidencesOf(api);
    expect(all.length).toBeGreaterThan(0);
    for (const { id: wanted, entry, confidence } of all) {
      expect.soft(entry, wanted).toBe(wanted);
      const most = api.catalog.find((one) => one.id === wanted)?.source.confidence ?? 'guess';
      const said = surest.indexOf(confidence as Confidence);
      expect.soft(said, `${wanted}: ${confidence}, in the catalog ${most}`).not.toBe(-1);
      expect
        .soft(said, `${wanted}: ${confidence}, in the catalog ${most}`)
        .toBeLessThanOrEqual(surest.indexOf(most));
    }
    const told = all.filter(({ id: one }) => guesses[id]?.includes(one));
    expect(told.map((one) => one.id).toSorted()).toEqual(guesses[id]?.toSorted());
    for (const { id: one, confidence } of told) expect.soft(confidence, one).toBe('guess');
  });
});
