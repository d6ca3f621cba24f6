import { useLayoutEffect } from 'react';

import { useSettings } from '../../stores/stores-context.tsx';
import { showAppearance } from './show-appearance.ts';

/** Lets the window look as it is set. */
export function useAppearance(): void {
  const theme = useSettings(({ settings }) => settings.theme);
  const zoom = useSettings(({ settings }) => settings.zoom);
  const reducedMotion = useSettings(({ settings }) => settings.reducedMotion);
  useLayoutEffect(() => showAppearance({ theme, zoom, reducedMotion }), [theme, zoom, reducedMotion]);
}
