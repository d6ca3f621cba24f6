import { useId } from 'react';

import { faultsOfCheck } from '../../../shared/engine/check-faults.ts';
import { needsExpected } from '../../../shared/engine/describe-check.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { Check, CheckSubject } from '../../../shared/model/check.ts';
import classes from './checks-pane.module.css';
import { operatorsFor, operatorTitles } from './check-words.ts';
import { FaultText } from './fault-text.tsx';
import { SubjectFields } from './subject-fields.tsx';

type Props = {
  readonly number: number;
  readonly check: Check;
  /** Whose codes and catalog entries are offered; `null` where this workbench does not know it. */
  readonly api: ApiDefinition | null;
  readonly onChange: (check: Check) => void;
};

/** One check: what is looked at, how, and what is expected; what cannot work is said while it is typed. */
export function CheckFields({ number, check, api, onChange }: Props) {
  const faultId = useId();
  const listId = useId();
  const { subject, operator, expected } = check;
  const faults = faultsOfCheck(check);
  const isWrong = (field: string): boolean => faults.some((fault) => fault.field === field);
  const operators = operatorsFor(subject.of);
  const offered = offeredTexts(subject, api);
  const expectedWrong = isWrong('expected');
  return (
    <>
      <SubjectFields
        of={`Check ${number}`}
        subject={subject}
        isWrong={isWrong('path') || isWrong('name')}
        faultId={faultId}
        onChange={(next) => onChange(withSubject(check, next))}
      />
      <select
        name="operator"
        className={classes['operator']}
        aria-label={`Check ${number}: how it is compared`}
        value={operator}
        onChange={({ target }) => {
          const chosen = operators.find((candidate) => candidate === target.value);
          if (chosen !== undefined)
            onChange({ ...check, operator: chosen, expected: needsExpected(chosen) ? expected : '' });
        }}
      >
        {[...new Set([...operators, operator])].map((candidate) => (
          <option key={candidate} value={candidate}>
            {operatorTitles[candidate]}
          </option>
        ))}
      </select>
      {needsExpected(operator) && (
        <input
          name="expected"
          className={classes['expected']}
          aria-label={`Check ${number}: what is expected`}
          aria-invalid={expectedWrong}
          aria-describedby={expectedWrong ? faultId : undefined}
          list={offered.length === 0 ? undefined : listId}
          spellCheck={false}
          value={expected}
          onChange={({ target }) => onChange({ ...check, expected: target.value })}
        />
      )}
      {offered.length > 0 && (
        <datalist id={listId}>
          {offered.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
      <FaultText id={faultId} faults={faults} />
    </>
  );
}

/** An operator that makes no sense for another subject gives way to its likeliest one. */
function withSubject(check: Check, subject: CheckSubject): Check {
  if (subject.of === check.subject.of) return { ...check, subject };
  const [first = 'equals'] = operatorsFor(subject.of);
  const operator = operatorsFor(subject.of).includes(check.operator) ? check.operator : first;
  return { subject, operator, expected: '' };
}

function offeredTexts({ of }: CheckSubject, api: ApiDefinition | null): readonly string[] {
  if (of === 'verdict') return ['accepted', 'pending', 'refused', 'unknown'];
  if (api === null) return [];
  return of === 'entry' ? api.catalog.map(({ id }) => id) : [];
}
