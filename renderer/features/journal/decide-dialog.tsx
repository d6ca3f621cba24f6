import { useState } from 'react';

import type { DecideInput } from '../../../shared/contract/commands.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { EarlierExchange } from './earlier-exchange.tsx';
import { isNotFinal } from './is-not-final.ts';
import { useRefunds } from './use-refunds.ts';

const outcomes = [
  {
    value: 'accepted',
    title: 'It happened',
    detail: 'The money went back, or is on its way. The same refund again counts as a repeat.',
  },
  {
    value: 'refused',
    title: 'It did not happen',
    detail: 'No money moved. The same refund may be sent again.',
  },
] as const;

type Props = { readonly exchangeId: string; readonly onClose: () => void };

/** Takes down what a person found out about a refund, and how. */
export function DecideDialog({ exchangeId, onClose }: Props) {
  const { journal, history } = useStores();
  const [state, setState] = useState<DecideInput['state'] | null>(null);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const count = useRefunds(exchangeId).filter(isNotFinal).length;
  const isComplete = state !== null && note.trim() !== '';
  const decide = async (): Promise<void> => {
    if (state === null || !isComplete) return;
    const refused = await journal.getState().decide({ exchangeId, state, note: note.trim() });
    setProblem(refused);
    if (refused !== null) return;
    void history.getState().refresh();
    onClose();
  };
  return (
    <Dialog title="What became of it?" onClose={onClose}>
      <DialogForm
        onSubmit={() => void decide()}
        actions={
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button kind="primary" type="submit" isDisabled={!isComplete}>
              Write it down
            </Button>
          </>
        }
      >
        <EarlierExchange id={exchangeId} />
        <Choice
          label={count > 1 ? `All ${count} refunds of it that are not final` : 'The refund'}
          takesFocus
          options={outcomes}
          value={state}
          onChange={setState}
        />
        <label>
          How do you know?
          <textarea
            rows={2}
            required
            maxLength={1000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        </label>
        {problem !== null && <ProblemList problems={[problem]} kind="problem" />}
      </DialogForm>
    </Dialog>
  );
}
