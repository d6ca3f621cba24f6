import { useEffect } from 'react';

import { apis } from '../../../shared/apis/registry.ts';
import { batchCommandLine } from '../../../shared/engine/batch-command-line.ts';
import type { BatchDraft } from '../../stores/create-batch-store.ts';
import { selectActiveEnvironment } from '../../stores/create-environment-store.ts';
import { useBatches, useEnvironments, useStores } from '../../stores/stores-context.tsx';
import { usualTimeout } from './batch-plan.ts';
import { batchTemplates } from './batch-templates.ts';
import classes from './batches.module.css';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { CommandLine } from '../command-line/command-line.tsx';
import { FileStep } from './file-step.tsx';
import { RulesStep } from './rules-step.tsx';
import { StartStep } from './start-step.tsx';
import { TargetStep } from './target-step.tsx';
import { useBatchWork } from './use-batch-work.ts';

type Start = { readonly api: string | null; readonly template: string | null };

/** Makes a batch of refunds from a table: file, columns, a look at every row, the one confirmation. */
export function NewBatchPage({ api, template }: Start) {
  const { batches } = useStores();
  const draft = useBatches((state) => state.draft);
  const environmentId = useEnvironments(selectActiveEnvironment).id;
  useEffect(() => {
    const { draft: current, begin, edit } = batches.getState();
    if (current === null) begin({ ...blank, ...targetOf({ api, template }), environmentId });
    else if (api !== null && (api !== current.api || template !== current.template)) {
      edit(targetOf({ api, template }));
    }
    // Where it starts is asked once; later changes of the active environment are none of the batch.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [api, template, batches]);
  return draft === null ? null : <Steps draft={draft} />;
}

const blank: Omit<BatchDraft, 'api' | 'template' | 'environmentId'> = {
  table: null,
  sources: {},
  failuresInARow: '5',
  totalLimit: '',
  delay: '',
  checked: null,
};

function Steps({ draft }: { readonly draft: BatchDraft }) {
  const work = useBatchWork(draft);
  if (work === null) return null;
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        <h1>Refund from a table</h1>
        <p>One row, one refund. Every row is looked at before the first one is sent.</p>
      </header>
      <TargetStep work={work} />
      <FileStep work={work} />
      <ColumnsStep work={work} />
      <CheckStep work={work} />
      <RulesStep work={work} />
      <StartStep work={work} />
      {work.plan !== null && draft.table !== null && (
        <CommandLine
          command={batchCommandLine(work.plan, {
            table: draft.table,
            environmentClass: work.environment.environmentClass,
            confirmation: work.check?.confirmation.text ?? null,
            usualTimeout,
          })}
        />
      )}
    </div>
  );
}

/** An API and one of its templates that batches can be made with. */
function targetOf({ api, template }: Start): Pick<BatchDraft, 'api' | 'template'> {
  const usable = apis.filter((candidate) => batchTemplates(candidate).length > 0);
  const chosen = usable.find(({ id }) => id === api) ?? usable[0];
  if (chosen === undefined) throw new Error('No API has a template that moves money');
  const templates = batchTemplates(chosen);
  return {
    api: chosen.id,
    template: (templates.find(({ id }) => id === template) ?? templates[0])?.id ?? '',
  };
}
