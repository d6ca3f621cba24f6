import { useMemo } from 'react';

import { apis } from '../../../shared/apis/registry.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import { explainAnswer, type ExplainedAnswer } from '../../../shared/engine/explain-pasted.ts';
import type { Stores } from '../../stores/stores.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { CatalogTable } from '../catalog/catalog-table.tsx';
import { useCatalogView } from '../catalog/use-catalog-view.ts';
import { ExplainedBox } from './explained-box.tsx';
import classes from './explain-dialog.module.css';

type Props = {
  readonly text: string;
  /** `null` where it has to be recognised. */
  readonly api: ApiDefinition | null;
  readonly status: number | null;
};

/** An answer without its request, and what it means. */
export function PastedAnswer({ text, api, status }: Props) {
  const stores = useStores();
  const view = useCatalogView();
  const answer = useMemo(() => explainAnswer(apis, text, { api, status }), [text, api, status]);
  if (answer === null) {
    return (
      <div className={classes['nothing']}>
        <p>None of the APIs recognises this. Choose the API above, or paste the whole answer.</p>
        <Button kind="quiet" icon="search" onPress={() => searchCatalogsFor(stores, text)}>
          Search the error catalogs for it
        </Button>
      </div>
    );
  }
  return (
    <>
      <ExplainedBox api={answer.api} explanation={answer.explanation} title={titleOf(answer)} />
      <div className={classes['catalog']}>
        <CatalogTable api={answer.api} explanation={answer.explanation} view={view} />
      </div>
    </>
  );
}

function searchCatalogsFor({ layout }: Stores, text: string): void {
  layout.getState().closeOverlay();
  layout.getState().showPage({ kind: 'catalog', query: text.replaceAll(/\s+/g, ' ').trim() });
}

function titleOf({ api, by, others }: ExplainedAnswer): string {
  if (by === 'guess') return `${api.title} · a guess, from the shape of the answer alone`;
  return others.length === 0 ? api.title : `${api.title} · ${others.join(', ')} would know it too`;
}
