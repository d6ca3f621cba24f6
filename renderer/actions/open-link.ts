import type { Stores } from '../stores/stores.ts';

/** Opens a page of a provider: the window asks before it does, a browser opens another tab. */
export async function openLink({ links, layout }: Stores, url: string): Promise<void> {
  const opened = await links.getState().open(url);
  if (opened.ok) return;
  if (opened.error.code === 'missing-capability') window.open(url, '_blank', 'noopener,noreferrer');
  else layout.getState().notify(opened.error);
}
