import { useId, useState } from 'react';

import { describeField, fieldType } from '../../../shared/engine/body-language/describe-field.ts';
import type { GuidedField, Notation } from '../../../shared/engine/guided/guided-field.ts';
import { IconButton } from '../../ui/button.tsx';
import { type GuidedContext, toldOf } from './guided-context.ts';
import classes from './guided-body.module.css';

type Props<Body> = {
  readonly field: GuidedField<Body>;
  readonly context: GuidedContext<Body>;
  /** Which of several it is, counted from 1. */
  readonly number?: number;
};

/** One value: its name and what it means, its text, what a variable in it is worth, and what is wrong with it. */
export function GuidedValue<Body>({ field, context, number }: Props<Body>) {
  const { spec, remove, path } = field;
  const id = useId();
  const label = number === undefined ? spec.name : `${spec.name} ${number}`;
  const told = toldOf(field, context);
  const worth = worthOf(field.value ?? '', context);
  return (
    <div className={classes['row']}>
      <label htmlFor={id} className={classes['name']}>
        {label}
        {spec.required && <span className={classes['required']}>required</span>}
      </label>
      <div className={classes['value']}>
        <ValueInput id={id} field={field} context={context} isWrong={told !== null} />
        {remove !== null && (!spec.required || number !== undefined) && (
          <IconButton icon="trash" label={`Remove ${path}`} onPress={() => context.onChange(remove())} />
        )}
      </div>
      <p id={`${id}-help`} className={classes['help']} title={describeField(spec).join('\n')}>
        {worth !== null && <span className={classes['worth']}>{worth}</span>}
        {`${fieldType(spec)} · ${spec.help}`}
      </p>
      {told !== null && (
        <p id={`${id}-told`} className={classes[told.stops ? 'problem' : 'warning']}>
          {told.problem.message} {told.problem.remedy}
        </p>
      )}
    </div>
  );
}

type InputProps<Body> = Omit<Props<Body>, 'number'> & { readonly id: string; readonly isWrong: boolean };

function ValueInput<Body>({ id, field, context, isWrong }: InputProps<Body>) {
  // The notation a value had before it was emptied on the way to another one.
  const [notation, setNotation] = useState<Notation | null>(null);
  const { spec, value, set } = field;
  const choices = spec.choices ?? (spec.type === 'boolean' ? ['true', 'false'] : []);
  const shared = {
    id,
    value: value ?? '',
    spellCheck: false,
    'aria-required': spec.required,
    'aria-invalid': isWrong,
    'aria-describedby': isWrong ? `${id}-told ${id}-help` : `${id}-help`,
    onFocus: () => setNotation(value === '' ? null : field.notation),
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      context.onChange(set(target.value, notation)),
  };
  if (value?.includes('\n') === true) return <textarea {...shared} rows={value.split('\n').length} />;
  return (
    <>
      <input
        {...shared}
        autoComplete="off"
        list={choices.length === 0 ? undefined : `${id}-choices`}
        placeholder={spec.example === undefined ? '' : `such as ${spec.example}`}
      />
      {choices.length > 0 && (
        <datalist id={`${id}-choices`}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** `= 500.00, from the sandbox`: what the variable is worth that a value consists of. */
function worthOf<Body>(value: string, { variables }: GuidedContext<Body>): string | null {
  const name = /^\{\{([^{}]*)\}\}$/.exec(value)?.[1]?.trim();
  const hint = variables.find((variable) => variable.name === name);
  return hint === undefined ? null : `= ${hint.detail}`;
}
