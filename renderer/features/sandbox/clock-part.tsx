import { useId, useState } from 'react';

import type { ClockChange, SandboxState } from '../../../shared/model/sandbox.ts';
import { Button } from '../../ui/button.tsx';
import { ClockFace } from './clock-face.tsx';
import classes from './clock-part.module.css';
import line from './form-line.module.css';
import { clockWords, parseMoment } from './sandbox-words.ts';
import { useChangeSandbox } from './use-change-sandbox.ts';

/** In milliseconds. */
const moves = [
  { milliseconds: 300_000, words: '5 min' },
  { milliseconds: 3_600_000, words: '1 h' },
  { milliseconds: 86_400_000, words: '1 day' },
];

/** The clock of the sandbox: what it says, and everything that moves it. */
export function ClockPart({ state }: { readonly state: SandboxState }) {
  const change = useChangeSandbox();
  const { clock } = state.controls;
  const isStopped = clock.stoppedAt !== null;
  const move = (next: ClockChange, said: string): void => void change({ kind: 'clock', change: next }, said);
  return (
    <div className={classes['part']}>
      <div className={classes['face']}>
        <ClockFace isLarge />
        {clockWords(clock) === null && <p>It is the clock of this machine.</p>}
      </div>
      <div className={classes['buttons']} role="group" aria-label="Move the clock">
        {moves.map(({ milliseconds, words }) => (
          <Button
            key={milliseconds}
            onPress={() => move({ kind: 'advance', milliseconds }, `The clock is moved on by ${words}`)}
          >
            {`+${words}`}
          </Button>
        ))}
        {isStopped ? (
          <Button icon="play" onPress={() => move({ kind: 'run' }, 'The clock runs on')}>
            Let it run
          </Button>
        ) : (
          <Button icon="debug-pause" onPress={() => move({ kind: 'stop' }, 'The clock stands still')}>
            Stop it
          </Button>
        )}
        <Button
          icon="discard"
          isDisabled={clockWords(clock) === null}
          onPress={() => move({ kind: 'reset' }, 'The clock is the machine’s again')}
        >
          Machine’s time
        </Button>
      </div>
      <SetForm onSet={(to) => move({ kind: 'set', to }, 'The clock is set')} />
      <section className={classes['rules']} aria-label="What the clock decides">
        <h2>What the clock decides</h2>
        <ul>
          <li>
            <strong>PayU’s five minutes:</strong> two refunds of the same amount for one payment are refused
            with 214. Five minutes on, the second one is taken.
          </li>
          <li>
            <strong>Tokens and sessions:</strong> a token of DigiPay ends after an hour, a session of EduBrite
            after 30 minutes without use, which is a guess. A client then has to log in anew.
          </li>
          <li>
            <strong>Refunds that are only accepted:</strong> where they end by themselves, it is after so much
            time of this clock. The ledger says after how much.
          </li>
        </ul>
      </section>
    </div>
  );
}

function SetForm({ onSet }: { readonly onSet: (iso: string) => void }) {
  const [text, setText] = useState('');
  const wrongId = useId();
  const moment = parseMoment(text);
  const wrong = moment.ok || text.trim() === '' ? '' : moment.error;
  return (
    <form
      className={classes['set']}
      onSubmit={(event) => {
        event.preventDefault();
        if (moment.ok) onSet(moment.value);
      }}
    >
      <label className={line['field']}>
        <span>Set it to, in UTC</span>
        <input
          value={text}
          placeholder="2026-01-31 09:05:00"
          spellCheck={false}
          autoComplete="off"
          aria-invalid={wrong !== ''}
          aria-describedby={wrongId}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <Button type="submit" isDisabled={!moment.ok}>
        Set
      </Button>
      <p id={wrongId} role="status" className={line['wrong']}>
        {wrong}
      </p>
    </form>
  );
}
