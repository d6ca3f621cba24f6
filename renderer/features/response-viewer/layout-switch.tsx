import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

import type { BodyLayout } from '../../../shared/model/body-view.ts';
import classes from './raw-body.module.css';

type Props = {
  readonly layout: BodyLayout;
  /** Only what is well-formed can be laid out anew. */
  readonly canIndent: boolean;
  readonly onChange: (layout: BodyLayout) => void;
};

/** How the lines are shown. */
export function LayoutSwitch({ layout, canIndent, onChange }: Props) {
  return (
    <ToggleButtonGroup
      aria-label="Lines"
      className={classes['switch'] ?? ''}
      selectedKeys={[layout]}
      disallowEmptySelection
      onSelectionChange={(keys) => onChange(keys.has('indented') ? 'indented' : 'received')}
    >
      <ToggleButton id="received" className={classes['choice'] ?? ''}>
        As received
      </ToggleButton>
      <ToggleButton id="indented" className={classes['choice'] ?? ''} isDisabled={!canIndent}>
        Re-indented
      </ToggleButton>
    </ToggleButtonGroup>
  );
}
