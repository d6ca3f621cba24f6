import { useState } from 'react';

import type { Problem } from '../../../shared/model/problem.ts';
import { useEnvironments, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';

const times = [
  { value: '1', title: '1 minute' },
  { value: '5', title: '5 minutes' },
  { value: '15', title: '15 minutes' },
] as const;

type Props = { readonly environmentId: string; readonly onClose: () => void };

/** Opens production for a few minutes. */
export function ArmDialog({ environmentId, onClose }: Props) {
  const { production } = useStores();
  const environments = useEnvironments(({ overview }) => overview.environments);
  const name = environments.find(({ id }) => id === environmentId)?.name ?? environmentId;
  const [minutes, setMinutes] = useState<(typeof times)[number]['value']>('5');
  const [problem, setProblem] = useState<Problem | null>(null);
  const arm = async (): Promise<void> => {
    const refused = await production.getState().arm(environmentId, Number(minutes));
    setProblem(refused);
    if (refused === null) onClose();
  };
  return (
    <Dialog title={`Arm ${name}`} onClose={onClose}>
      <DialogForm
        onSubmit={() => void arm()}
        actions={
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button kind="primary" type="submit">
              {`Arm for ${times.find(({ value }) => value === minutes)?.title}`}
            </Button>
          </>
        }
      >
        <p>
          {name} is production. While it is armed, refunds can be sent to it and move real money; each one
          still asks you to type what it refunds. Afterwards it is read-only again by itself.
        </p>
        <Choice
          label="For how long"
          orientation="horizontal"
          takesFocus
          options={times}
          value={minutes}
          onChange={setMinutes}
        />
        {problem !== null && <ProblemList problems={[problem]} kind="problem" />}
      </DialogForm>
    </Dialog>
  );
}
