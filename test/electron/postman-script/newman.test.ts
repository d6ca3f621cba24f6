import { expect, it } from 'vitest';

import { collectionCalls } from '../../../shared/engine/transfer/collection-calls.ts';
import type { CollectionContent } from '../../../shared/model/collection.ts';
import type { RunResult } from '../../../shared/model/run.ts';
import type { ExportedCollection } from '../../../shared/model/transfer.ts';
import { openTestWorkbench, type TestWorkbench } from '../../support/open-test-workbench.ts';
import { contentOf, requestOf, runPlan, runToEnd } from '../../support/run-plans.ts';
import { valueOf } from '../../support/value-of.ts';
import { everyApi, replace } from './every-api-collection.ts';
import { type NewmanResult, runNewman } from './run-newman.ts';

/** newman starts slowly where all processors are busy. */
const patience = 120_000;

it(
  'gives the same results in newman as in a run of the workbench, request by request',
  async () => {
    const own = openTestWorkbench();
    const { results } = await runToEnd(own, runPlan(everyApi));
    const newman = await runNewman(await exported(everyApi));
    expect(newman.faults).toEqual([]);
    const expected = await Promise.all(results.map((result) => describeOwn(own, result)));
    expect(newman.results.map(describeNewman)).toEqual(expected);
    expect(expected.map(({ name }) => name)).toEqual(
      collectionCalls(everyApi).map(({ request }) => request.name),
    );
    // Neither side may agree by doing nothing.
    expect(results.filter(({ passed }) => !passed).length).toBeGreaterThan(5);
    expect(results.filter(({ passed }) => passed).length).toBeGreaterThan(10);
  },
  patience,
);

it(
  'sends nothing from newman that lacks a variable or a session, and calls a lost answer unknown',
  async () => {
    const content = contentOf([
      requestOf('Unset', 'payu', 'refund', { change: replace('{{payu.amount}}', '{{nobody.set.this}}') }),
      requestOf('No session', 'digipay', 'refund'),
      requestOf('Sealed', 'edubrite', 'refund'),
      requestOf('No answer', 'payu', 'refund', { change: replace('{{payu.baseUrl}}', 'http://127.0.0.1:9') }),
    ]);
    const variables = [{ name: 'edubrite.encryption', value: 'on' }];
    const { files } = await exported({ ...content, variables });
    const [collection, environment] = files;
    if (collection === undefined || environment === undefined) throw new Error('There are two files');
    const wrongKey = environment.text.replace(
      /("key": "digipay\.secretKey",\s*"value": )"[^"]*"/,
      '$1"wrong"',
    );
    const run = await runNewman({
      files: [collection, { ...environment, text: wrongKey }],
      remarks: [],
    });
    expect(run.failed).toEqual([
      expect.stringContaining('Unset: The variable nobody.set.this has no value.'),
      'No session: Authenticate yielded no session.',
      expect.stringContaining('Sealed: The encryption of the payload is on, which Postman cannot do.'),
      expect.stringContaining('No answer: No answer came, so nobody knows what became of it.'),
    ]);
    expect(run.faults).toEqual([expect.stringContaining('ECONNREFUSED')]);
    // The login that was refused, and the one that nobody answered.
    expect(run.sent).toBe(2);
  },
  patience,
);

/** What is exported for Postman, to a fresh sandbox that runs. */
async function exported(content: CollectionContent): Promise<ExportedCollection> {
  const bench = openTestWorkbench();
  valueOf(await bench.handlers['sandbox.start'](null));
  const { id } = valueOf(await bench.handlers['collection.create'](content));
  const order = { id, kind: 'postman', environmentId: 'sandbox' } as const;
  return valueOf(await bench.handlers['collection.export'](order));
}

type Described = {
  readonly name: string;
  readonly status: number | null;
  readonly passed: readonly boolean[];
  readonly messages: readonly string[];
  readonly body: string | null;
};

async function describeOwn({ handlers }: TestWorkbench, result: RunResult): Promise<Described> {
  const { name, status, checks, passed, headline, exchangeId, problems } = result;
  const exchange = exchangeId === null ? null : valueOf(await handlers['history.get']({ id: exchangeId }));
  const outcome = exchange?.exchange.main?.outcome;
  const [problem] = problems;
  return {
    name,
    status,
    passed: checks.length === 0 ? [passed] : checks.map((check) => check.passed),
    messages: (checks.length === 0
      ? passed
        ? []
        : [problem === undefined ? headline : `${problem.message} ${problem.remedy}`]
      : checks.filter((check) => !check.passed).map(({ message }) => message)
    ).map(withoutChance),
    body: outcome?.kind === 'response' ? withoutChance(outcome.body.text) : null,
  };
}

function describeNewman({ name, status, tests, body }: NewmanResult): Described {
  return {
    name,
    status,
    passed: tests.map(({ error }) => error === null),
    messages: tests.flatMap(({ error }) => (error === null ? [] : [withoutChance(error)])),
    body: body === null ? null : withoutChance(body),
  };
}

/** Without what the sandbox makes anew for each answer: times, and ids with them in it. */
function withoutChance(text: string): string {
  return text.replaceAll(/("txn_(?:id|number)":)"[\da-f]{32}"/g, '$1"made by chance"');
}
