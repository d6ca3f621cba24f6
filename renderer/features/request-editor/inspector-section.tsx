import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';

import { Icon } from '../../ui/icon.tsx';
import classes from './inspector.module.css';

type Props = {
  readonly icon: 'lock' | 'info';
  readonly title: string;
  /** Beside the title, as a badge. */
  readonly mark?: ReactNode;
  readonly children: ReactNode;
};

/** A part of the inspector; its heading folds it away where room is short. */
export function InspectorSection({ icon, title, mark, children }: Props) {
  return (
    <Disclosure defaultExpanded className={classes['section'] ?? ''}>
      <Heading level={3}>
        <Button slot="trigger" className={classes['trigger'] ?? ''}>
          <span className={classes[icon]}>
            <Icon name={icon} />
          </span>
          <span className={classes['title']}>{title}</span>
          {mark}
          <span className={classes['fold']}>
            <Icon name="chevron-down" />
          </span>
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className={classes['panel']}>{children}</div>
      </DisclosurePanel>
    </Disclosure>
  );
}
