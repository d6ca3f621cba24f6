import { checkAmountJump } from '../../../shared/engine/check-amount-jump.ts';
import { redactDeep } from '../../../shared/engine/redact.ts';
import { compareAmounts, parseAmount } from '../../../shared/model/amount.ts';
import type { RowProblem } from '../../../shared/model/batch.ts';
import type { JournalRefund } from '../../../shared/model/journal.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { RequestParts } from '../../../shared/model/request-parts.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { TableRow } from '../../../shared/model/table.ts';
import { checkHosts } from '../check-hosts.ts';
import { isSandbox } from '../check-rails.ts';
import { claimRefunds } from '../claim-refunds.ts';
import { guardRefunds } from '../guard-refunds.ts';
import { planExchange } from '../plan-exchange.ts';
import type { Ports } from '../ports.ts';
import { batchProblem } from './batch-problem.ts';
import { type OpenBatch, reference, valuesOf, withRow } from './open-batch.ts';

/** A row as it would be sent. */
export type PlannedRow = {
  /** `null` where it cannot be written out. */
  readonly refund: JournalRefund | null;
  readonly request: RequestParts | null;
  readonly problems: readonly RowProblem[];
};

/**
 * Looks at one row as its send would: cells, types, rules of the API, and the history. Fails with what is true of every
 * row. Where the calls go is the same for all of them, and looked at with the first that can be written out.
 */
export function planRow(
  batch: OpenBatch,
  { number, cells }: TableRow,
  ports: Ports,
  isFirst: boolean,
): Result<PlannedRow, Problem> {
  const inCells = checkCells(batch, number, cells);
  if (inCells.length > 0) return ok({ refund: null, request: null, problems: inCells });
  const open = withRow(batch.open, valuesOf(batch, cells));
  const planned = planExchange({ draft: batch.draft, allowInvalid: false }, open, ports.crypto);
  const tell = (problems: readonly Problem[], stops: boolean): readonly RowProblem[] =>
    problems.map((problem) => toRowProblem(batch, number, redactDeep(problem, batch.redact), stops));
  if (planned.signed === null || planned.problems.length > 0) {
    return ok({ refund: null, request: null, problems: tell(planned.problems, true) });
  }
  const { request } = planned.signed;
  const hosts = isFirst ? checkHosts(open, [request]) : [];
  if (hosts[0] !== undefined) return fail(redactDeep(hosts[0], batch.redact));
  const refunds = redactDeep(claimRefunds(open, request), batch.redact);
  const [refund] = refunds;
  if (refund === undefined || refunds.length > 1) return fail(notOneRefund(refunds.length));
  const repeats = findRepeats(batch, refund, ports);
  const stops = [...checkAmount(batch, refund), ...(isSandbox(open) ? [] : repeats)];
  const warnings = [
    ...planned.warnings.filter(({ place }) => isFirst || place?.part !== 'url'),
    ...(isSandbox(open) ? repeats : []),
    ...amountJumps(refund, ports),
  ];
  return ok({ refund, request, problems: [...tell(stops, true), ...tell(warnings, false)] });
}

function checkCells(batch: OpenBatch, row: number, cells: readonly string[]): readonly RowProblem[] {
  return batch.cells.flatMap(([name, position]) => {
    const text = cells[position] ?? '';
    const fault = cellFault(text, name, batch);
    if (fault === null) return [];
    const { message, remedy } = fault;
    const problem: Problem = { code: 'bad-input', message, remedy, place: { part: 'variable', name } };
    return [toRowProblem(batch, row, problem, true)];
  });
}

function cellFault(text: string, name: string, { open }: OpenBatch): Pick<Problem, 'message' | 'remedy'> | null {
  const kind = open.api.variables.find((spec) => spec.name === name)?.kind;
  if (text.trim() === '') return { message: 'The cell is empty.', remedy: 'Fill it, or take the row out.' };
  if (reference.test(text)) {
    return {
      message: `The cell is ${text}, which would be read as a reference.`,
      remedy: 'Write the text itself.',
    };
  }
  if (kind === 'id' && text !== text.trim()) {
    return {
      message: `The cell "${text}" has blanks at its beginning or end.`,
      remedy: 'Take the blanks out; an id with them is another id.',
    };
  }
  return null;
}

function checkAmount({ plan }: OpenBatch, { amount }: JournalRefund): readonly Problem[] {
  if (amount === null) {
    if (plan.stopRules.totalLimit === null) return [];
    return [
      batchProblem(
        'This refund names no amount, so that the limit for the total could not be kept.',
        'Take the limit away, or use a template with an amount.',
      ),
    ];
  }
  if (!parseAmount(amount).ok || compareAmounts(amount, '0') > 0) return [];
  return [
    {
      code: 'bad-amount',
      message: `The amount ${amount} is not above zero.`,
      remedy: 'Correct it, or take the row out.',
    },
  ];
}

/** What the guard would say of the row now. */
export function findRepeats(
  { open }: OpenBatch,
  refund: JournalRefund,
  { history, clock }: Ports,
): readonly Problem[] {
  const earlier = history.earlier([refund.fingerprint]);
  if (!earlier.ok) return [earlier.error];
  return guardRefunds({ api: open.api, refunds: [refund], repeatOf: [], now: clock.now() }, earlier.value);
}

function amountJumps(refund: JournalRefund, { history }: Ports): readonly Problem[] {
  const last = history.lastAmounts(refund);
  const jump = last.ok ? checkAmountJump({ amount: refund.amount, lastAmounts: last.value }) : null;
  return jump === null ? [] : [jump];
}

function toRowProblem({ plan }: OpenBatch, row: number, problem: Problem, stops: boolean): RowProblem {
  const name = problem.place?.part === 'variable' ? (problem.place.name ?? '') : '';
  return { row, column: plan.columns[name] ?? null, problem, stops };
}

function notOneRefund(count: number): Problem {
  return batchProblem(
    count === 0
      ? 'This template asks for no refund.'
      : `One call of this template asks for ${count} refunds, and a row is one.`,
    'Choose a template for one refund.',
  );
}
