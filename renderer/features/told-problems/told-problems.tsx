import { useLayout } from '../../stores/stores-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import classes from './told-problems.module.css';

/** What the workbench has to tell without being asked, as that the history was damaged: whole, until it is dismissed. */
export function ToldProblems() {
  const { told, dismiss } = useLayout((state) => state);
  return told.map((problem) => (
    <section key={problem.message} role="alert" data-pane="told" className={classes['told']}>
      <Icon name="warning" />
      <p>
        {problem.message} <strong>{problem.remedy}</strong>
      </p>
      <IconButton icon="close" label="Dismiss" onPress={() => dismiss(problem)} />
    </section>
  ));
}
