import { type ReactNode, useState } from 'react';

import type { Problem } from '../../../shared/model/problem.ts';
import { Button } from '../../ui/button.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { NameField } from './name-field.tsx';

type Props = {
  readonly title: string;
  /** The name while none is typed. */
  readonly name: string;
  /** What the button says. */
  readonly action: string;
  /** Carries it out under that name; gives why it could not. */
  readonly onName: (name: string) => Promise<Problem | null>;
  readonly onClose: () => void;
  /** What is asked beside the name. */
  readonly children?: ReactNode;
};

/** Asks for a name, and stays open while it is refused. */
export function NameDialog({ title, name: suggested, action, onName, onClose, children }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const name = typed ?? suggested;
  const isComplete = name.trim() !== '';
  const finish = async (): Promise<void> => {
    if (!isComplete) return;
    const refused = await onName(name.trim());
    setProblem(refused);
    if (refused === null) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <DialogForm
        onSubmit={() => void finish()}
        actions={
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button kind="primary" type="submit" isDisabled={!isComplete}>
              {action}
            </Button>
          </>
        }
      >
        <NameField label="Name" value={name} onChange={setTyped} takesFocus />
        {children}
        {problem !== null && <ProblemList problems={[problem]} kind="problem" />}
      </DialogForm>
    </Dialog>
  );
}
