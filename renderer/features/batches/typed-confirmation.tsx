import { useState } from 'react';

import { Button } from '../../ui/button.tsx';
import classes from './batches.module.css';

type Props = {
  /** What has to be typed, in words: `the total, 4250.00`. */
  readonly asked: string;
  readonly action: string;
  readonly isDisabled: boolean;
  readonly onConfirm: (typed: string) => void;
};

/** Asks for what only somebody who looked can type. The core judges it; a wrong text loses nothing. */
export function TypedConfirmation({ asked, action, isDisabled, onConfirm }: Props) {
  const [typed, setTyped] = useState('');
  const isReady = !isDisabled && typed.trim() !== '';
  return (
    <form
      className={classes['confirmation']}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onConfirm(typed.trim());
      }}
    >
      <label>
        {`Type ${asked}`}
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <Button kind="primary" type="submit" icon="play" isDisabled={!isReady}>
        {action}
      </Button>
    </form>
  );
}
