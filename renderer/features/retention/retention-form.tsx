import { useState } from 'react';

import type { Problem } from '../../../shared/model/problem.ts';
import type { HistoryDescription, Retention } from '../../../shared/model/retention.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import classes from './retention-dialog.module.css';

const kinds = [
  { value: 'forever', title: 'For ever', detail: 'Nothing is removed.' },
  { value: 'limited', title: 'Within limits', detail: 'The oldest are removed first.' },
] as const;

/** The most that is taken, in days and in megabytes. */
const most = { days: 36_500, megabytes: 10_000_000 };

type Props = {
  readonly retention: Retention;
  readonly onSet: (description: HistoryDescription) => void;
  readonly onClose: () => void;
};

/** Limits of age and size; removing cannot be taken back, so it is said before. */
export function RetentionForm({ retention, onSet, onClose }: Props) {
  const { history } = useStores();
  const isLimited = retention.days !== null || retention.megabytes !== null;
  const [kind, setKind] = useState<'forever' | 'limited'>(isLimited ? 'limited' : 'forever');
  const [days, setDays] = useState(retention.days === null ? '' : String(retention.days));
  const [megabytes, setMegabytes] = useState(retention.megabytes === null ? '' : String(retention.megabytes));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSet, setIsSet] = useState(false);
  const wanted: Retention =
    kind === 'forever'
      ? { days: null, megabytes: null }
      : { days: toLimit(days), megabytes: toLimit(megabytes) };
  const isComplete =
    kind === 'forever' ||
    (isLimit(days, most.days) && isLimit(megabytes, most.megabytes) && days + megabytes !== '');
  const set = async (): Promise<void> => {
    if (!isComplete) return;
    const answer = await history.getState().retain(wanted);
    setProblem(answer.ok ? null : answer.error);
    setIsSet(answer.ok);
    if (answer.ok) onSet(answer.value);
  };
  return (
    <DialogForm
      actions={
        <>
          <span role="status" className={classes['said']}>
            {isSet && 'Set.'}
          </span>
          <Button onPress={onClose}>Close</Button>
          <Button
            kind={kind === 'forever' ? 'primary' : 'risk'}
            isDisabled={!isComplete}
            onPress={() => void set()}
          >
            {kind === 'forever' ? 'Keep everything' : 'Set, and remove what is beyond'}
          </Button>
        </>
      }
    >
      <Choice
        label="Keep exchanges"
        orientation="horizontal"
        takesFocus
        options={kinds}
        value={kind}
        onChange={(chosen) => {
          setKind(chosen);
          setIsSet(false);
        }}
      />
      {kind === 'limited' && (
        <div className={classes['limits']}>
          <LimitField label="Days at the most" value={days} most={most.days} onChange={setDays} />
          <LimitField
            label="Megabytes at the most"
            value={megabytes}
            most={most.megabytes}
            onChange={setMegabytes}
          />
        </div>
      )}
      <p className={classes['stays']}>
        {kind === 'limited' && 'What is beyond a limit is removed at once and cannot be brought back. '}
        Always kept: pinned exchanges, refunds without a known outcome, and the journal that guards against a
        second refund.
      </p>
      {problem !== null && <ProblemList problems={[problem]} kind="problem" />}
    </DialogForm>
  );
}

type LimitProps = {
  readonly label: string;
  readonly value: string;
  readonly most: number;
  readonly onChange: (value: string) => void;
};

function LimitField({ label, value, most: highest, onChange }: LimitProps) {
  return (
    <label>
      {label}
      <input
        type="text"
        inputMode="numeric"
        placeholder="No limit"
        value={value}
        aria-invalid={!isLimit(value, highest)}
        onChange={({ target }) => onChange(target.value.trim())}
      />
    </label>
  );
}

/** A whole number of at least 1, or nothing for no limit. */
function isLimit(text: string, highest: number): boolean {
  return text === '' || (/^[1-9]\d{0,8}$/.test(text) && Number(text) <= highest);
}

function toLimit(text: string): number | null {
  return text === '' ? null : Number(text);
}
