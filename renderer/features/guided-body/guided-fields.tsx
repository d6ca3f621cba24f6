import { useId } from 'react';

import type { GuidedField } from '../../../shared/engine/guided/guided-field.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { type GuidedContext, toldOf } from './guided-context.ts';
import classes from './guided-body.module.css';
import { GuidedValue } from './guided-value.tsx';

type FieldsProps<Body> = {
  readonly fields: readonly GuidedField<Body>[];
  readonly context: GuidedContext<Body>;
};

/** Fields in documented order: those that are there or have to be, then a menu with the others. */
export function GuidedFields<Body>({ fields, context }: FieldsProps<Body>) {
  const shown = fields.filter(({ isThere, spec }) => isThere || spec.required);
  const others = fields.filter((field) => !shown.includes(field));
  return (
    <div className={classes['fields']}>
      {shown.map((field) => (
        <GuidedRow key={field.path} field={field} context={context} />
      ))}
      {others.length > 0 && (
        <MenuButton
          label="Fields to add"
          groups={[
            others.map(({ path, spec, add }) => ({
              id: path,
              label: spec.name,
              icon: 'add',
              run: () => context.onChange(add()),
            })),
          ]}
        >
          <Button kind="quiet" icon="add">
            Add a field
          </Button>
        </MenuButton>
      )}
    </div>
  );
}

type RowProps<Body> = { readonly field: GuidedField<Body>; readonly context: GuidedContext<Body> };

function GuidedRow<Body>({ field, context }: RowProps<Body>) {
  if (field.obstacle !== null) return <Obstacle field={field} />;
  if (field.shape === 'value') return <GuidedValue field={field} context={context} />;
  return field.shape === 'list' ? (
    <GuidedList field={field} context={context} />
  ) : (
    <GuidedGroup field={field} context={context} title={field.spec.name} />
  );
}

function Obstacle<Body>({ field: { spec, obstacle } }: { readonly field: GuidedField<Body> }) {
  return (
    <div className={classes['row']}>
      <span className={classes['name']}>{spec.name}</span>
      <p className={classes['help']}>{obstacle}</p>
    </div>
  );
}

/** Several of a kind, each with its own parts or value. */
function GuidedList<Body>({ field, context }: RowProps<Body>) {
  const { spec, parts, add } = field;
  return (
    <section className={classes['list']} aria-label={spec.name}>
      {parts.map((part, index) =>
        part.shape === 'value' && part.obstacle === null ? (
          // Items are known by their place alone.
          // oxlint-disable-next-line react/no-array-index-key
          <GuidedValue key={index} field={part} context={context} number={index + 1} />
        ) : (
          // oxlint-disable-next-line react/no-array-index-key
          <GuidedGroup key={index} field={part} context={context} title={`${spec.name} ${index + 1}`} />
        ),
      )}
      <div className={classes['foot']}>
        <Button kind="quiet" icon="add" onPress={() => context.onChange(add())}>
          {`Add one ${spec.name}`}
        </Button>
        {parts.length === 0 && <RemoveButton field={field} context={context} />}
      </div>
    </section>
  );
}

function GuidedGroup<Body>({ field, context, title }: RowProps<Body> & { readonly title: string }) {
  const { isThere, add, obstacle, parts } = field;
  const headId = useId();
  const told = toldOf(field, context);
  return (
    <section className={classes['group']} aria-labelledby={headId}>
      <header className={classes['head']}>
        <h3 id={headId} className={classes['name']}>
          {title}
        </h3>
        <span className={classes['help']} title={field.spec.help}>
          {field.spec.help}
        </span>
        {isThere && <RemoveButton field={field} context={context} />}
      </header>
      {told !== null && <p className={classes[told.stops ? 'problem' : 'warning']}>{told.problem.message}</p>}
      {obstacle !== null && <p className={classes['help']}>{obstacle}</p>}
      {isThere ? (
        obstacle === null && <GuidedFields fields={parts} context={context} />
      ) : (
        <Button kind="quiet" icon="add" onPress={() => context.onChange(add())}>
          {`Add ${title}`}
        </Button>
      )}
    </section>
  );
}

function RemoveButton<Body>({ field: { path, remove }, context }: RowProps<Body>) {
  if (remove === null) return null;
  return <IconButton icon="trash" label={`Remove ${path}`} onPress={() => context.onChange(remove())} />;
}
