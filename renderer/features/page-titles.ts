import type { Page } from '../stores/page.ts';

/** What a page is called in its tab and in the title of the window. */
export const pageTitles: Record<Page['kind'], string> = {
  collection: 'Collection',
  'new-run': 'New run',
  run: 'Run',
  'new-batch': 'Refund from a table',
  batch: 'Batch',
  catalog: 'Error catalogs',
  sandbox: 'Sandbox controls',
  settings: 'Settings',
  start: 'Start',
};
