import type { Problem } from '../../../shared/model/problem.ts';
import { WaitNote } from '../journal/wait-note.tsx';
import { ProblemList } from './problem-list.tsx';
import classes from './stops.module.css';

type Props = { readonly apiId: string; readonly stops: readonly Problem[] };

/** What would keep a draft from leaving, before anybody presses Send. */
export function Stops({ apiId, stops }: Props) {
  const waits = stops.flatMap(({ stop }) =>
    stop?.kind === 'repeat' && stop.waitUntil !== null ? [stop.waitUntil] : [],
  );
  return (
    <>
      <ProblemList problems={stops.map(inAdvance)} kind="warning" />
      {waits.map((until) => (
        <div key={until} className={classes['wait']}>
          <WaitNote apiId={apiId} until={until} />
        </div>
      ))}
    </>
  );
}

/** Nothing was pressed yet, so nothing was left unconfirmed; of a repeat the card tells the rest once it is stopped. */
function inAdvance(problem: Problem): Problem {
  const { stop } = problem;
  switch (stop?.kind) {
    case 'not-confirmed':
      return {
        ...problem,
        message: 'This moves money in production.',
        remedy: `Send asks for ${stop.asked}.`,
      };
    case 'repeat':
      return { ...problem, remedy: 'Send asks whether it is meant twice.' };
    default:
      return problem;
  }
}
