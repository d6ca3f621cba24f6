import { describe, expect, it } from 'vitest';

import { apis } from '../../shared/apis/registry.ts';
import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import { compareWithExample } from '../../shared/engine/compare-with-example.ts';
import { explainExample } from '../../shared/engine/explain-example.ts';
import type { Exchange } from '../../shared/model/exchange.ts';
import { headerValue } from '../../shared/model/headers.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { openTestWorkbench, type TestWorkbench } from '../support/open-test-workbench.ts';

async function scenariosOf(workbench: TestWorkbench, api: string): Promise<readonly Scenario[]> {
  const list = await workbench.handlers['scenario.list']({ api });
  if (!list.ok) throw new Error(list.error.message);
  return list.value;
}

/** Sends the draft of a scenario through the whole core to the sandbox. */
async function sendScenario(workbench: TestWorkbench, api: string, entry: string): Promise<Exchange> {
  const made = await workbench.handlers['scenario.draft']({ api, entry });
  if (!made.ok) throw new Error(made.error.message);
  const sent = await workbench.handlers['exchange.send']({
    draft: made.value.draft,
    environmentId: 'sandbox',
    overrides: {},
    sendId: 'test',
    timeout: 10_000,
    allowInvalid: false,
    repeatOf: [],
    confirmation: null,
  });
  if (!sent.ok) throw new Error(`${entry}: ${sent.error.map(({ message }) => message).join(' ')}`);
  return sent.value;
}

/** What is wrong with the answer to a scenario; empty where nothing is. */
function faultsOf(api: ApiDefinition, { id, how }: Scenario, exchange: Exchange): readonly string[] {
  const outcome = (exchange.main ?? exchange.login.at(-1))?.outcome;
  if (outcome?.kind !== 'response') return [`${id}: no answer`];
  const first = exchange.explanation?.entries[0];
  const told = headerValue(outcome.headers, 'X-Sandbox-How');
  const reason = headerValue(outcome.headers, 'X-Sandbox-Reason');
  return [
    ...(first === id ? [] : [`${id}: explained as ${first}: ${outcome.status} ${outcome.body.text} (${reason})`]),
    ...(told === how ? [] : [`${id}: said to be ${told}`]),
    ...differencesFromPrint(api, id, exchange),
  ];
}

/** Where the document prints the answer, the body is the printed one, but for slips and values of the sample. */
function differencesFromPrint(api: ApiDefinition, id: string, exchange: Exchange): readonly string[] {
  const printed = api.examples.filter(
    (example) => example.kind === 'answer' && explainExample(api, example)?.entries[0] === id,
  );
  const unlike = printed.map((example) =>
    compareWithExample(api, exchange, example)
      .sections.filter(({ part }) => part !== 'verdict')
      .flatMap(({ differences }) => differences.filter(({ mark }) => mark === null)),
  );
  const isAsPrinted = printed.length === 0 || unlike.some((differences) => differences.length === 0);
  return isAsPrinted ? [] : [`${id}: not as printed: ${JSON.stringify(unlike)}`];
}

describe.each(apis.map((api) => [api.id, api] as const))('scenarios of %s', (id, api) => {
  it('each gets its answer through the whole core, on a fresh ledger and again', async () => {
    const workbench = openTestWorkbench();
    const faults: string[] = [];
    for (const scenario of await scenariosOf(workbench, id)) {
      await workbench.handlers['sandbox.reset'](null);
      for (let turn = 0; turn < 2; turn += 1)
        faults.push(...faultsOf(api, scenario, await sendScenario(workbench, id, scenario.id)));
    }
    expect(faults).toEqual([]);
  });
});
