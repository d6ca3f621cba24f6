import { useEffect } from 'react';
import { Button } from 'react-aria-components';

import { rulesOfKind, type SandboxControls } from '../../../shared/model/sandbox.ts';
import type { SandboxPart } from '../../stores/page.ts';
import { useLayout, useSandbox, useStores } from '../../stores/stores-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import classes from './altered-chip.module.css';
import { alteredWords } from './sandbox-words.ts';

/** Says that the sandbox is altered, and leads to where; nothing where it is as it came. */
export function AlteredChip() {
  const { sandbox } = useStores();
  const showPage = useLayout((state) => state.showPage);
  const controls = useSandbox(({ state }) => state?.controls);
  useEffect(() => {
    if (sandbox.getState().state === null) void sandbox.getState().refresh();
  }, [sandbox]);
  const words = controls === undefined ? [] : alteredWords(controls);
  if (controls === undefined || words.length === 0) return null;
  return (
    <Button
      className={classes['chip'] ?? ''}
      onPress={() => showPage({ kind: 'sandbox', part: alteredPart(controls) })}
    >
      <Icon name="warning" />
      {`Sandbox altered: ${words.join(', ')}`}
    </Button>
  );
}

function alteredPart({ rules }: SandboxControls): SandboxPart {
  if (rulesOfKind(rules, 'fault').length > 0) return 'faults';
  return rulesOfKind(rules, 'pick').length > 0 ? 'picks' : 'clock';
}
