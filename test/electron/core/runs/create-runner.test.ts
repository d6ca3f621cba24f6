import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseForm } from '../../../../shared/formats/form.ts';
import { memberText, parseJson } from '../../../../shared/formats/json.ts';
import { openProvider } from '../../../support/loopback-provider.ts';
import { openTestWorkbench, sendInput, type TestWorkbench } from '../../../support/open-test-workbench.ts';
import { httpAnswer, type RawServer } from '../../../support/raw-server.ts';
import {
  addTable,
  contentOf,
  nextEnd,
  refusalOf,
  requestOf,
  runPlan,
  runToEnd,
} from '../../../support/run-plans.ts';

const refund = requestOf('Refund', 'payu', 'refund');
const status = requestOf('Status', 'payu', 'refund-status');
/** Refused by the sandbox: nothing was refunded yet. */
const early = requestOf('Early', 'payu', 'refund-status');

/** What PayU answers to a refund it takes. */
const queued = '{"refund_id":"x","status":"QUEUED","message":"Refund Queued"}';

describe('a run', () => {
  it('sends the requests of a collection in order, and keeps what became of each', async () => {
    const workbench = openTestWorkbench();
    const content = contentOf([
      { kind: 'folder', name: 'Orders', notes: '', items: [early] },
      refund,
      requestOf('Again', 'payu', 'refund'),
    ]);
    const { run, results } = await runToEnd(workbench, runPlan(content));
    expect(results.map(({ number, path, passed, verdict }) => [number, path, passed, verdict])).toEqual([
      [1, 'Orders/Early', false, 'refused'],
      [2, 'Refund', true, 'pending'],
      [3, 'Again', false, 'refused'],
    ]);
    expect(run).toMatchObject({
      state: 'done',
      collection: { id: null, name: 'Refunds' },
      counts: { planned: 3, passed: 1, failed: 2, unknown: 0, skipped: 0 },
    });
    const entry = await workbench.handlers['history.get']({ id: results[1]?.exchangeId ?? '' });
    expect(entry).toMatchObject({ ok: true, value: { exchange: { draft: { api: 'payu' } } } });
    expect(await workbench.handlers['run.get']({ id: run.id })).toEqual({ ok: true, value: run });
  });

  it('of a saved collection runs a folder or a request of it', async () => {
    const workbench = openTestWorkbench();
    const created = await workbench.handlers['collection.create'](
      contentOf([{ kind: 'folder', name: 'Later', notes: '', items: [status] }, refund]),
    );
    if (!created.ok) throw new Error(created.error.message);
    const { id } = created.value;
    const target = { kind: 'saved', collection: id, paths: ['later'] } as const;
    const { run, results } = await runToEnd(workbench, { ...runPlan(contentOf([])), target });
    expect(results.map(({ path }) => path)).toEqual(['later/status']);
    expect(run).toMatchObject({ collection: { id, name: 'Refunds' }, plan: { paths: ['later'] } });
    const strange = { kind: 'saved', collection: id, paths: ['late'] } as const;
    expect(await refusalOf(workbench, { ...runPlan(contentOf([])), target: strange })).toEqual([
      `The collection ${id} has no request and no folder with requests at "late".`,
    ]);
  });

  it('judges by the checks of a request, and takes values for the requests after it', async () => {
    const workbench = openTestWorkbench();
    const first = requestOf('First', 'payu', 'refund', {
      checks: [
        { subject: { of: 'status' }, operator: 'equals', expected: '200' },
        { subject: { of: 'verdict' }, operator: 'equals', expected: 'refused' },
      ],
      captures: [{ subject: { of: 'status' }, variable: 'taken' }],
    });
    const second = requestOf('Second', 'payu', 'refund', {
      checks: [{ subject: { of: 'status' }, operator: 'equals', expected: '{{taken}}' }],
    });
    const { run, results } = await runToEnd(workbench, runPlan(contentOf([first, second])));
    expect(results.map(({ passed }) => passed)).toEqual([false, true]);
    expect(results[0]?.captures).toMatchObject([{ value: '200' }]);
    expect(run.counts).toMatchObject({ checksPassed: 2, checksFailed: 1, passed: 1, failed: 1 });
  });

  it('ends with the first failure where it is asked to, and counts what was not sent', async () => {
    const workbench = openTestWorkbench();
    const { run } = await runToEnd(
      workbench,
      runPlan(contentOf([early, refund, status]), { bail: true, iterations: 2 }),
    );
    expect(run).toMatchObject({ state: 'bailed', counts: { planned: 6, failed: 1, skipped: 5 } });
  });

  it('goes on after an answer that was lost, sends nothing again, and counts it as unknown', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'payu', ({ socket, number }) => {
      if (number === 1) socket.destroy();
      else socket.end(httpAnswer(queued));
    });
    const { environmentId } = provider;
    const { run, results } = await runToEnd(
      workbench,
      runPlan(contentOf([refund, requestOf('Same', 'payu', 'refund'), status]), { environmentId }),
    );
    expect(provider.requests).toHaveLength(2);
    expect(results.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['Refund', 'unknown'],
      ['Same', null],
      ['Status', 'unknown'],
    ]);
    expect(results[1]?.problems[0]?.code).toBe('unknown-outcome');
    expect(run).toMatchObject({ state: 'done', counts: { planned: 3, failed: 3, unknown: 2 } });
  });

  it('finishes the request under way when it is cancelled, and sends no other', async () => {
    const workbench = openTestWorkbench();
    let answer = (): void => undefined;
    const provider = await openProvider(workbench, 'payu', ({ socket }) => {
      answer = () => socket.end(httpAnswer(queued));
    });
    const ended = nextEnd(workbench);
    const started = await workbench.handlers['run.start'](
      runPlan(contentOf([status, status]), { environmentId: provider.environmentId, delay: 3_600_000 }),
    );
    if (!started.ok) throw new Error(started.error[0]?.message);
    await expect.poll(() => provider.requests.length).toBe(1);
    expect(await workbench.handlers['run.cancel']({ id: started.value.id })).toEqual({
      ok: true,
      value: null,
    });
    answer();
    expect(await ended).toMatchObject({ state: 'cancelled', counts: { planned: 2, skipped: 1 } });
    expect(provider.requests).toHaveLength(1);
    expect(await workbench.handlers['run.cancel']({ id: started.value.id })).toMatchObject({ ok: false });
  });

  it('runs iterations at once where it is asked to, and never more of them', async () => {
    const workbench = openTestWorkbench();
    let underWay = 0;
    let most = 0;
    const provider = await openProvider(workbench, 'payu', ({ socket }) => {
      underWay += 1;
      most = Math.max(most, underWay);
      setTimeout(() => {
        underWay -= 1;
        socket.end(httpAnswer(queued));
      }, 30);
    });
    const { environmentId } = provider;
    const { run } = await runToEnd(
      workbench,
      runPlan(contentOf([status]), { environmentId, iterations: 9, concurrency: 3 }),
    );
    expect(run.counts).toMatchObject({ planned: 9, skipped: 0 });
    expect(provider.requests).toHaveLength(9);
    expect(most).toBe(3);
  });

  it('keeps no secret that was given for it alone', async () => {
    const workbench = openTestWorkbench();
    const overrides = { 'payu.clientSecret': 'canary-4711', 'payu.amount': '500.00' };
    const { run } = await runToEnd(workbench, runPlan(contentOf([refund]), { overrides }));
    expect(run.plan.overrides).toEqual({ 'payu.amount': '500.00' });
    const report = await workbench.handlers['run.report']({ id: run.id, kind: 'json' });
    expect(JSON.stringify(report)).not.toContain('canary-4711');
  });
});

describe('a run with a data file', () => {
  it('runs everything with each row, again and again', async () => {
    const workbench = openTestWorkbench();
    const table = await addTable(workbench, 'payu.refundId,payu.amount\nR-1,10.00\nR-2,20.00\n');
    const { run, results } = await runToEnd(
      workbench,
      runPlan(contentOf([refund]), { table, iterations: 2 }),
    );
    expect(results.map(({ iteration, row }) => [iteration, row])).toEqual([
      [1, 1],
      [2, 2],
      [3, 1],
      [4, 2],
    ]);
    expect(run.table).toEqual({ name: 'rows.csv', rows: 2 });
    const bodies = await Promise.all(results.map(({ exchangeId }) => bodyOf(workbench, exchangeId)));
    expect(bodies.map((body) => memberText(body, 'amount'))).toEqual(['10.00', '20.00', '10.00', '20.00']);
  });

  it('deals iterations out to shards, each to one', async () => {
    const workbench = openTestWorkbench();
    const table = await addTable(workbench, 'payu.refundId\n1\n2\n3\n4\n5\n');
    const rows: (number | null)[][] = [];
    for (const index of [1, 2, 3]) {
      const plan = runPlan(contentOf([status]), { table, shard: { index, count: 3 } });
      rows.push((await runToEnd(workbench, plan)).results.map(({ row }) => row));
    }
    expect(rows).toEqual([[1, 4], [2, 5], [3]]);
  });

  it('runs only what failed, with its rows, and tells of columns that nothing uses', async () => {
    const workbench = openTestWorkbench();
    const table = await addTable(
      workbench,
      'payu.payuId,note\n403993715529606983,a\n1,b\n403993715529339129,c\n',
    );
    const content = contentOf([requestOf('Partial', 'payu', 'partial-refund'), status]);
    const first = await runToEnd(workbench, runPlan(content, { table }));
    expect(first.run.remarks).toEqual(['The column "note" of the data file is used by no request.']);
    const failed = first.results.filter(({ passed }) => !passed);
    expect(failed.map(({ row }) => row)).toContain(2);
    expect(failed.length).toBeLessThan(first.results.length);
    const again = await runToEnd(workbench, runPlan(content, { onlyFailedOf: first.run.id }));
    const placesOf = ({ row, path }: { row: number | null; path: string }): string => `${row} ${path}`;
    expect(again.results.map(placesOf)).toEqual(failed.map(placesOf));
    expect(again.run).toMatchObject({ plan: { table }, table: { rows: 3 } });
  });

  it('keeps the file as long as a run needs it', async () => {
    const workbench = openTestWorkbench();
    const { handlers } = workbench;
    const table = await addTable(workbench, 'payu.refundId\n1\n');
    const { run } = await runToEnd(workbench, runPlan(contentOf([status]), { table }));
    await handlers['table.release']({ id: table });
    expect(await handlers['table.read']({ id: table, after: 0, limit: 1 })).toMatchObject({ ok: true });
    expect(await handlers['run.remove']({ id: run.id })).toEqual({ ok: true, value: null });
    expect(await handlers['table.read']({ id: table, after: 0, limit: 1 })).toMatchObject({ ok: false });
    expect(await handlers['run.get']({ id: run.id })).toEqual({ ok: true, value: null });
  });

  it('carries every cell to the wire as it is, braces and all', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'luminate', ({ socket }) =>
      socket.end(httpAnswer('<x/>')),
    );
    const { draft } = sendInput('luminate', 'refund');
    const form = { kind: 'form', main: null } as const;
    const content = contentOf([
      requestOf('Form', 'luminate', 'refund', {
        change: () => ({ ...draft, body: { ...form, fields: [{ name: 'cell', value: '{{cell}}' }] } }),
      }),
    ]);
    const cell = fc
      .oneof(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.constantFrom('0.10', '00123', '{{luminate.loginName}}', '{{x}}', '"', '\r\n'),
      )
      .filter((text) => text !== '' && !text.includes('\0') && text.isWellFormed());
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 5 }), async (cells) => {
        const before = provider.requests.length;
        const table = await addTable(
          workbench,
          `cell\n${cells.map((text) => `"${text.replaceAll('"', '""')}"`).join('\n')}\n`,
        );
        const plan = runPlan(content, { table, environmentId: provider.environmentId });
        await runToEnd(workbench, plan);
        expect(
          sentBodies(provider)
            .slice(before)
            .map((body) => parseForm(body)[0]?.value),
        ).toEqual(cells);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

describe('a run that would fail on its way', () => {
  it('is refused before anything is sent, with everything that is wrong', async () => {
    const workbench = openTestWorkbench();
    const needs = requestOf('Needs', 'payu', 'refund-status', {
      change: (draft) => ({
        ...draft,
        headers: [...draft.headers, ['X-A', '{{missing}}'], ['X-B', '{{late}}']],
      }),
    });
    const gives = requestOf('Gives', 'payu', 'refund-status', {
      captures: [{ subject: { of: 'status' }, variable: 'late' }],
    });
    const plan = runPlan(contentOf([needs, gives]), { overrides: { 'payu.amuont': '1' } });
    expect(await refusalOf(workbench, plan)).toEqual([
      'Needs: The variable missing has no value.',
      'The request Needs uses late, which Gives captures, and that runs after it.',
      'No request of this run uses a variable "payu.amuont".',
    ]);
    expect(await workbench.handlers['history.list']({ query: '', limit: 1, before: null })).toEqual({
      ok: true,
      value: [],
    });
    const unknown = runPlan(contentOf([refund]), {
      environmentId: 'nowhere',
      table: 'gone',
      onlyFailedOf: '99',
    });
    expect(await refusalOf(workbench, unknown)).toEqual([
      'There is no environment "nowhere".',
      'There is no run 99.',
      'The data file with the id gone is no longer kept.',
    ]);
    expect(await refusalOf(workbench, runPlan(contentOf([])))).toEqual(['There is no request to run.']);
  });

  it('of production is refused for what moves money and for more than one request at once', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'payu', ({ socket }) => socket.end(httpAnswer(queued)), {
      environmentClass: 'production',
    });
    const { environmentId } = provider;
    expect(
      await refusalOf(workbench, runPlan(contentOf([status, refund]), { environmentId, concurrency: 2 })),
    ).toEqual([
      'payu production is production, and runs send nothing there that moves money: "Refund".',
      'payu production is production, where requests go out one after the other.',
    ]);
    expect(provider.requests).toEqual([]);
    const { run } = await runToEnd(workbench, runPlan(contentOf([status]), { environmentId }));
    expect(run.counts.planned).toBe(1);
    expect(provider.requests).toHaveLength(1);
  });
});

function sentBodies({ requests }: Pick<RawServer, 'requests'>): readonly string[] {
  return requests.map((text) => Buffer.from(text.slice(text.indexOf('\r\n\r\n') + 4), 'latin1').toString());
}

async function bodyOf({ handlers }: TestWorkbench, id: string | null): Promise<ReturnType<typeof parsed>> {
  const entry = await handlers['history.get']({ id: id ?? '' });
  return parsed(entry.ok ? (entry.value?.exchange.main?.request.body ?? '') : '');
}

function parsed(text: string): Parameters<typeof memberText>[0] {
  const body = parseJson(text);
  return body.ok ? body.value : null;
}
