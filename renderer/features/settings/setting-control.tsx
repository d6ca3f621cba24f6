import { type Settings } from '../../../shared/model/settings.ts';
import { useSettings } from '../../stores/stores-context.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import type { Setting } from './setting-list.ts';
import classes from './settings-page.module.css';

type Props = { readonly setting: Setting; readonly titleId: string; readonly detailId: string };

/** What sets one setting; the change holds at once. */
export function SettingControl({ setting: { name, control }, titleId, detailId }: Props) {
  const value = useSettings(({ settings }) => settings[name]);
  const change = useSettings((state) => state.change);
  const set = (next: Settings[typeof name]): void => change({ [name]: next });
  switch (control.kind) {
    case 'switch':
      return (
        <Checkbox isSelected={value === true} onChange={set} aria-describedby={detailId}>
          {control.label}
        </Checkbox>
      );
    case 'choice':
      return (
        <select
          className={classes['choice']}
          aria-labelledby={titleId}
          aria-describedby={detailId}
          value={String(value)}
          onChange={({ target }) => set(target.value as Settings[typeof name])}
        >
          {control.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.title}
            </option>
          ))}
        </select>
      );
    case 'number':
      return (
        <NumberField
          labelledBy={titleId}
          describedBy={detailId}
          value={Number(value)}
          onChange={set}
          least={control.least}
          most={control.most}
          step={control.step}
          unit={control.unit}
        />
      );
  }
}
