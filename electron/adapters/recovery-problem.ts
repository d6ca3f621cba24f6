import type { Problem } from '../../shared/model/problem.ts';
import type { Recovered } from './recover-database.ts';

/** How a database is spoken of where it was damaged. */
export type RecoveryWords = {
  /** Begins a sentence: `The history`. */
  readonly name: string;
  /** The table whose rows are counted, and what they are called. */
  readonly table: string;
  readonly rows: string;
  /** A sentence on what rows that are lost may lead to, and one on what to do then; `null` where it is nothing. */
  readonly loss: Pick<Problem, 'message' | 'remedy'> | null;
};

/** Whether any row of any table may be lost. */
export function mayHaveLost({ tables }: Recovered): boolean {
  return [...tables.values()].some(({ lost }) => lost !== 0);
}

/** Tells people what became of their data, and where the damaged file is. */
export function recoveryProblem(path: string, words: RecoveryWords, recovered: Recovered): Problem {
  const loss = mayHaveLost(recovered) ? words.loss : null;
  const kept = `The damaged file is kept as ${recovered.aside}.`;
  return {
    code: 'storage',
    message: `${words.name} was damaged (${path}). ${saved(words, recovered)} ${kept}${loss === null ? '' : ` ${loss.message}`}`,
    remedy: loss?.remedy ?? 'Go on working; remove the damaged file once you miss nothing.',
  };
}

function saved({ table, rows: name }: RecoveryWords, { readable, backup, tables }: Recovered): string {
  const { rows, restored, lost } = tables.get(table) ?? { rows: 0, restored: 0, lost: null };
  const from = backup === null ? '' : `the backup of ${backup.madeAt.slice(0, 16).replace('T', ' ')} UTC`;
  if (!readable && backup === null)
    return 'Nothing of it could be read and there is no backup, so it starts empty.';
  if (!readable) return `${count(rows)} ${name} came from ${from}; what was added since is lost.`;
  const some = restored === 0 ? '' : `, ${count(restored)} more came from ${from}`;
  if (lost === null)
    return `${count(rows - restored)} ${name} could be read again${some}; newer ones may be lost.`;
  if (lost === 0 && restored === 0) return `All ${count(rows)} ${name} could be read again.`;
  const of = lost === 0 && restored === 0 ? '' : ` of ${count(rows + lost)}`;
  return `${count(rows - restored)}${of} ${name} could be read again${some}${lost === 0 ? ', so none is lost' : ''}.`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
