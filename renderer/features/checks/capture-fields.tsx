import { useId } from 'react';

import { faultsOfCapture } from '../../../shared/engine/check-faults.ts';
import type { Capture } from '../../../shared/model/check.ts';
import classes from './checks-pane.module.css';
import { FaultText } from './fault-text.tsx';
import { SubjectFields } from './subject-fields.tsx';

type Props = {
  readonly number: number;
  readonly capture: Capture;
  readonly onChange: (capture: Capture) => void;
};

/** One value that is taken from the answer, and the variable it goes to. */
export function CaptureFields({ number, capture, onChange }: Props) {
  const faultId = useId();
  const faults = faultsOfCapture(capture);
  const variableWrong = faults.some(({ field }) => field === 'variable');
  return (
    <>
      <SubjectFields
        of={`Value ${number}`}
        subject={capture.subject}
        isWrong={faults.some(({ field }) => field !== 'variable')}
        faultId={faultId}
        onChange={(subject) => onChange({ ...capture, subject })}
      />
      <span className={classes['into']}>into</span>
      <input
        name="expected"
        className={classes['expected']}
        aria-label={`Value ${number}: variable`}
        aria-invalid={variableWrong}
        aria-describedby={variableWrong ? faultId : undefined}
        placeholder="refundId"
        spellCheck={false}
        value={capture.variable}
        onChange={({ target }) => onChange({ ...capture, variable: target.value })}
      />
      <FaultText id={faultId} faults={faults} />
    </>
  );
}
