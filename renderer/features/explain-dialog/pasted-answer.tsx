import { useMemo } from 'react';

import { apis } from '../../../shared/apis/registry.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import { explainAnswer, type ExplainedAnswer } from '../../../shared/engine/explain-pasted.ts';
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
  const view = useCatalogView();
  const answer = useMemo(() => explainAnswer(apis, text, { api, status }), [text, api, status]);
  if (answer === null) {
    return (
      <p className={classes['nothing']}>
        None of the APIs recognises this. Choose the API above, or paste the whole answer.
      </p>
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

function titleOf({ api, by, others }: ExplainedAnswer): string {
  if (by === 'guess') return `${api.title} · a guess, from the shape of the answer alone`;
  return others.length === 0 ? api.title : `${api.title} · ${others.join(', ')} would know it too`;
}
