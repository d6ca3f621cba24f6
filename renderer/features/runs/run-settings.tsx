import type { EnvironmentClass } from '../../../shared/model/environment.ts';
import { useEnvironments } from '../../stores/stores-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Icon } from '../../ui/icon.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { DataFileField } from '../data-file/data-file-field.tsx';
import { classWords, formatCount } from '../words.ts';
import type { ChosenTable, RunForm } from './run-form.ts';
import classes from './run-settings.module.css';

type Props = {
  readonly form: RunForm;
  readonly environmentClass: EnvironmentClass;
  /** Whether the data file and the iterations are those of an earlier run. */
  readonly isFixed: boolean;
  readonly onChange: (part: Partial<RunForm>) => void;
};

/** Where it is sent, with which data, how often and how fast. */
export function RunSettings({ form, environmentClass, isFixed, onChange }: Props) {
  const { environments } = useEnvironments((state) => state.overview);
  const isProduction = environmentClass === 'production';
  return (
    <div className={classes['settings']} role="group" aria-label="How">
      <label className={classes['environment']}>
        Environment
        <select
          value={form.environmentId}
          onChange={({ target }) => onChange({ environmentId: target.value })}
        >
          {environments.map(({ id, name, environmentClass: kind }) => (
            <option key={id} value={id}>
              {name} · {classWords[kind].word}
            </option>
          ))}
        </select>
      </label>
      {isProduction && (
        <p className={classes['live']}>
          <Icon name={classWords.production.icon} />
          This is production. A run sends nothing there that moves money, only calls that look something up.
          To refund a list, use a batch: it asks you to confirm the total.
        </p>
      )}
      {!isFixed && <DataFile table={form.table} onChange={(table) => onChange({ table })} />}
      <div className={classes['numbers']}>
        {!isFixed && (
          <NumberField
            label={form.table === null ? 'Times' : 'Times for each row'}
            value={form.iterations}
            onChange={(iterations) => onChange({ iterations })}
            least={1}
            most={1_000_000}
          />
        )}
        <NumberField
          label="Pause between requests"
          unit="ms"
          value={form.delay}
          onChange={(delay) => onChange({ delay })}
          least={0}
          most={3_600_000}
        />
        <NumberField
          label="At once"
          value={isProduction ? 1 : form.concurrency}
          onChange={(concurrency) => onChange({ concurrency })}
          least={1}
          most={64}
          isDisabled={isProduction}
          detail={isProduction ? 'Production gets one after the other.' : 'rows or rounds side by side'}
        />
        <NumberField
          label="Time limit of a request"
          unit="s"
          value={Math.round(form.timeout / 1000)}
          onChange={(seconds) => onChange({ timeout: seconds * 1000 })}
          least={1}
          most={3600}
        />
      </div>
      <Checkbox isSelected={form.bail} onChange={(bail) => onChange({ bail })}>
        End with the first request that fails
      </Checkbox>
    </div>
  );
}

type DataFileProps = {
  readonly table: ChosenTable | null;
  readonly onChange: (table: ChosenTable | null) => void;
};

function DataFile({ table, onChange }: DataFileProps) {
  return (
    <div className={classes['data']} role="group" aria-label="Data file">
      <span className={classes['label']}>
        Data file <small>each row is a run of its own; its columns are variables</small>
      </span>
      {table !== null && table.description === null ? (
        <p className={classes['earlier']}>
          <Icon name="table" />
          <strong>{table.name}</strong> {formatCount(table.rows)} rows, as they were in that run
          <IconButton icon="close" label={`Remove ${table.name}`} onPress={() => onChange(null)} />
        </p>
      ) : (
        <DataFileField
          table={table?.description ?? null}
          onChange={(description) =>
            onChange(
              description === null
                ? null
                : { id: description.id, name: description.name, rows: description.rows, description },
            )
          }
        />
      )}
    </div>
  );
}
