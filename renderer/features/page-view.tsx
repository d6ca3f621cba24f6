import type { Page } from '../stores/page.ts';
import { BatchPage } from './batches/batch-page.tsx';
import { NewBatchPage } from './batches/new-batch-page.tsx';
import { CatalogPage } from './catalog/catalog-page.tsx';
import { CollectionPage } from './collections/collection-page.tsx';
import { FirstStart } from './first-start/first-start.tsx';
import classes from './page-view.module.css';
import { NewRunPage } from './runs/new-run-page.tsx';
import { RunPage } from './runs/run-page.tsx';
import { SandboxPage } from './sandbox/sandbox-page.tsx';
import { SettingsPage } from './settings/settings-page.tsx';

/** What stands in the place of the open drafts. */
export function PageView({ page }: { readonly page: Page }) {
  return (
    <div id="page-pane" tabIndex={-1} className={classes['pane']}>
      <PageContent page={page} />
    </div>
  );
}

function PageContent({ page }: { readonly page: Page }) {
  switch (page.kind) {
    case 'collection':
      return <CollectionPage key={page.id} id={page.id} />;
    case 'new-run':
      return (
        <NewRunPage
          key={`${page.collection} ${page.paths.join(' ')} ${page.onlyFailedOf} ${page.like}`}
          {...page}
        />
      );
    case 'run':
      return <RunPage key={page.id} id={page.id} />;
    case 'new-batch':
      return <NewBatchPage api={page.api} template={page.template} />;
    case 'batch':
      return <BatchPage key={page.id} id={page.id} />;
    case 'catalog':
      return <CatalogPage key={page.query} query={page.query} />;
    case 'start':
      return <FirstStart />;
    case 'sandbox':
      return <SandboxPage part={page.part} />;
    case 'settings':
      return <SettingsPage />;
  }
}
