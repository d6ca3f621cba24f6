import { ListBox, ListBoxItem } from 'react-aria-components';

import { sandboxEnvironmentId } from '../../../shared/model/environment.ts';
import { useEnvironments, useLayout, useStores } from '../../stores/stores-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { Section } from '../side-bar/section.tsx';
import { classWords } from '../words.ts';
import classes from './environment-list.module.css';

/** The environments of the workspace; choosing one makes it the active one. */
export function EnvironmentList() {
  const { environments, layout } = useStores();
  const overview = useEnvironments((state) => state.overview);
  const open = useLayout((state) => state.open);
  const activate = async (id: string): Promise<void> =>
    layout.getState().notify(await environments.getState().activate(id));
  return (
    <Section
      title="Environments"
      action={
        <IconButton
          icon="add"
          label="New environment"
          onPress={() => open({ kind: 'environment', id: null })}
        />
      }
    >
      <ListBox
        aria-label="Environments"
        className={classes['list'] ?? ''}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[overview.activeId]}
        onSelectionChange={(keys) => {
          for (const key of keys === 'all' ? [] : keys) void activate(String(key));
        }}
      >
        {overview.environments.map(({ id, name, environmentClass }) => (
          <ListBoxItem key={id} id={id} textValue={name} className={classes['item'] ?? ''}>
            <Icon name={classWords[environmentClass].icon} />
            <span className={classes['name']}>{name}</span>
            <span className={`${classes['word']} ${classes[environmentClass]}`}>
              {classWords[environmentClass].word}
            </span>
          </ListBoxItem>
        ))}
      </ListBox>
      {overview.activeId !== sandboxEnvironmentId && (
        <div className={classes['actions']}>
          <Button
            kind="quiet"
            icon="edit"
            onPress={() => open({ kind: 'environment', id: overview.activeId })}
          >
            Edit
          </Button>
        </div>
      )}
      <ProblemList problems={overview.problems} kind="problem" />
    </Section>
  );
}
