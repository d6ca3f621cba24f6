import type { Problem } from '../../../shared/model/problem.ts';
import { useLayout } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import classes from './lost-card.module.css';

/** The workbench was gone before it told how a send ended: that is unknown, and never failed. */
export function LostCard({ problem }: { readonly problem: Problem }) {
  const showView = useLayout((state) => state.showView);
  return (
    <div className={classes['card']}>
      <div role="alert">
        <h3>Unknown: the workbench was gone before an answer</h3>
        <p>{problem.message}</p>
        <p>
          <strong>{problem.remedy}</strong>
        </p>
      </div>
      <div>
        <Button icon="history" onPress={() => showView('history')}>
          Look into the history
        </Button>
      </div>
    </div>
  );
}
