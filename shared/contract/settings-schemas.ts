import * as v from 'valibot';

import { settingLimits, themes } from '../model/settings.ts';
import { name } from './schema-parts.ts';

const within = ({ least, most }: { readonly least: number; readonly most: number }) =>
  v.pipe(v.number(), v.minValue(least), v.maxValue(most));
const whole = (limits: { readonly least: number; readonly most: number }) =>
  v.pipe(within(limits), v.integer());

/** All settings, each as it may be. */
export const settings = v.strictObject({
  theme: v.picklist(themes),
  zoom: whole(settingLimits.zoom),
  editorFontSize: within(settingLimits.editorFontSize),
  wordWrap: v.boolean(),
  tabLeavesEditor: v.boolean(),
  reducedMotion: v.picklist(['system', 'always']),
  timeoutSeconds: whole(settingLimits.timeoutSeconds),
  catalogBeside: v.boolean(),
  restoresTabs: v.boolean(),
});

export const settingsChange = v.pipe(
  v.partial(settings),
  v.check((change) => Object.keys(change).length > 0, 'it changes nothing'),
);

const perCent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));

export const layoutMemory = v.strictObject({
  view: v.nullable(name),
  sideBarHidden: v.boolean(),
  splits: v.record(name, v.record(name, perCent)),
});
