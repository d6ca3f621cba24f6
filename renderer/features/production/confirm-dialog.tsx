import { useState } from 'react';

import type { Problem } from '../../../shared/model/problem.ts';
import { sendDraft } from '../../actions/send-draft.ts';
import { selectActiveEnvironment } from '../../stores/create-environment-store.ts';
import { selectTabExchange } from '../../stores/create-exchange-store.ts';
import { useEnvironments, useExchanges, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SendFacts } from '../journal/send-facts.tsx';
import classes from './confirm-dialog.module.css';

type Props = {
  readonly tabId: string;
  readonly repeatOf: readonly string[];
  readonly onClose: () => void;
};

/** Asks for what only somebody who looked can type. The core judges it; a wrong text loses nothing. */
export function ConfirmDialog({ tabId, repeatOf, onClose }: Props) {
  const stores = useStores();
  const { name } = useEnvironments(selectActiveEnvironment);
  const { preview, send } = useExchanges(selectTabExchange(tabId));
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const asked = askedIn(preview?.stops ?? []);
  const confirm = async (): Promise<void> => {
    setWrong(null);
    await sendDraft(stores, tabId, { repeatOf, confirmation: typed });
    const after = stores.exchanges.getState().byTab[tabId]?.send;
    if (after?.kind === 'stopped' && askedIn(after.problems) !== null) setWrong(typed);
    else onClose();
  };
  const sending = send.kind === 'sending';
  return (
    <Dialog title={`Send to ${name}, LIVE`} onClose={onClose}>
      <DialogForm
        onSubmit={() => void confirm()}
        actions={
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button kind="primary" type="submit" icon="play" isDisabled={typed.trim() === '' || sending}>
              {sending ? 'Sending …' : 'Send'}
            </Button>
          </>
        }
      >
        <SendFacts preview={preview} />
        <label>
          {`Type ${asked ?? 'what is asked for'}`}
          <input
            type="text"
            // A dialog opens for this one field.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={typed}
            aria-describedby="confirmation-answer"
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
        <p id="confirmation-answer" role="alert" className={classes['wrong']}>
          {wrong !== null && `Nothing was sent: “${wrong}” is not what is asked for.`}
        </p>
      </DialogForm>
    </Dialog>
  );
}

function askedIn(problems: readonly Problem[]): string | null {
  const stops = problems.flatMap(({ stop }) => (stop?.kind === 'not-confirmed' ? [stop.asked] : []));
  return stops[0] ?? null;
}
