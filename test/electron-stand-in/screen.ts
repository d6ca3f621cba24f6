import { lifecycle } from './lifecycle.ts';
import { sayWhatIsMissing } from './say-what-is-missing.ts';

/** The one display there is, with a bar at its top that no window may cover. */
const display = sayWhatIsMissing(
  {
    id: 1,
    bounds: { x: 0, y: 0, width: 1920, height: 1080 },
    workArea: { x: 0, y: 30, width: 1920, height: 1050 },
  },
  'display',
);

const displays = {
  getPrimaryDisplay: () => {
    if (!lifecycle.isReady()) throw new Error("The 'screen' module can't be used before the app is ready");
    return display;
  },
  getAllDisplays: () => [display],
};

export const screen = sayWhatIsMissing(displays, 'screen');
