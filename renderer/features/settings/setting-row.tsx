import { useId } from 'react';

import { defaultSettings } from '../../../shared/model/settings.ts';
import { useSettings } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { SettingControl } from './setting-control.tsx';
import { type Setting, settingValue } from './setting-list.ts';
import classes from './settings-page.module.css';

/** One setting: what it does, its default, and what sets it. */
export function SettingRow({ setting }: { readonly setting: Setting }) {
  const { name, title, does } = setting;
  const isDefault = useSettings(({ settings }) => settings[name] === defaultSettings[name]);
  const change = useSettings((state) => state.change);
  const id = useId();
  return (
    <div className={classes['row']}>
      <div className={classes['what']}>
        <h3 id={`${id}-title`}>{title}</h3>
        <p id={`${id}-detail`}>{does}</p>
        <p className={classes['default']}>
          {`Default: ${settingValue(setting)}`}
          {!isDefault && (
            <Button
              kind="quiet"
              icon="discard"
              aria-label={`Reset ${title}`}
              onPress={() => change({ [name]: defaultSettings[name] })}
            >
              Reset
            </Button>
          )}
        </p>
      </div>
      <SettingControl setting={setting} titleId={`${id}-title`} detailId={`${id}-detail`} />
    </div>
  );
}
