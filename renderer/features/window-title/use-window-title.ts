import { useEffect } from 'react';

import { isEdited } from '../../actions/is-edited.ts';
import type { Page } from '../../stores/page.ts';
import { selectActiveEnvironment } from '../../stores/create-environment-store.ts';
import { selectActiveTab } from '../../stores/create-tab-store.ts';
import { useCollections, useEnvironments, useLayout, useTabs } from '../../stores/stores-context.tsx';
import { pageTitles } from '../page-titles.ts';
import { windowTitle } from './window-title.ts';

/** Says in the title of the window what is open, and where a send would go. */
export function useWindowTitle(): void {
  const page = useLayout((state) => state.page);
  const tab = useTabs(selectActiveTab);
  const pageTitle = usePageTitle(page);
  const environment = useEnvironments(selectActiveEnvironment);
  const workspace = useEnvironments(({ description }) => description.workspace.name);
  const title = windowTitle({
    open: pageTitle ?? tab?.title ?? null,
    isEdited: page === null && tab !== null && isEdited(tab),
    environment,
    workspace,
  });
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** A collection by its name; other pages by what they are. */
function usePageTitle(page: Page | null): string | null {
  const collections = useCollections(({ overview }) => overview.collections);
  if (page === null) return null;
  const collection = page.kind === 'collection' ? collections.find(({ id }) => id === page.id) : undefined;
  return collection?.name ?? pageTitles[page.kind];
}
