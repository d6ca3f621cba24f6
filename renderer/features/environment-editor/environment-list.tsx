import { ListBox, ListBoxItem } from 'react-aria-components';

import type { EnvironmentOverview } from '../../../shared/contract/commands.ts';
import { useEnvironments, useLayout, useStores } from '../../stores/stores-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { Section } from '../side-bar/section.tsx';
import { classWords } from '../words.ts';
import { EnvironmentActions } from './environment-actions.tsx';
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
            {isReadOnly(overview, id) && (
              <span className={classes['newer']} title={overview.files[id]?.readOnly?.message}>
                <Icon name="lock" /> newer version
              </span>
            )}
            <span className={`${classes['word']} ${classes[environmentClass]}`}>
              {classWords[environmentClass].word}
            </span>
          </ListBoxItem>
        ))}
      </ListBox>
      <EnvironmentActions />
      <ProblemList problems={overview.problems} kind="problem" />
    </Section>
  );
}

function isReadOnly({ files }: EnvironmentOverview, id: string): boolean {
  return (files[id]?.readOnly ?? null) !== null;
}
