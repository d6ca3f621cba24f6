import type { Settings } from '../../../shared/model/settings.ts';
import { resolveTheme } from '../../../shared/model/resolve-theme.ts';

/**
 * Puts palette, zoom and stillness on the root element, where the style sheets look for them, and lets them follow the
 * system for as long as they are not set. Gives how to stop.
 */
export function showAppearance({
  theme,
  zoom,
  reducedMotion,
}: Pick<Settings, 'theme' | 'zoom' | 'reducedMotion'>): () => void {
  const light = matchMedia('(prefers-color-scheme: light)');
  const contrast = matchMedia('(prefers-contrast: more)');
  const forced = matchMedia('(forced-colors: active)');
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const root = document.documentElement;
  const apply = (): void => {
    const hasMoreContrast = contrast.matches || forced.matches;
    root.dataset['theme'] = resolveTheme(theme, { isLight: light.matches, hasMoreContrast });
    root.dataset['motion'] = reducedMotion === 'always' || still.matches ? 'still' : 'moving';
    root.style.setProperty('--zoom', String(zoom / 100));
  };
  const queries = [light, contrast, forced, still];
  for (const query of queries) query.addEventListener('change', apply);
  apply();
  return () => {
    for (const query of queries) query.removeEventListener('change', apply);
  };
}
