import { useMemo } from 'react';

import { apis } from '../../../shared/apis/registry.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import { explainCall } from '../../../shared/engine/explain-pasted.ts';
import type { KnownBase } from '../../../shared/engine/recognise-request.ts';
import type { PastedCall } from '../../../shared/model/pasted.ts';
import type { RequestDraft } from '../../../shared/model/request-draft.ts';
import { draftTitle } from '../../actions/draft-title.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ExplainedBox } from './explained-box.tsx';
import classes from './explain-dialog.module.css';

type Props = {
  readonly call: PastedCall;
  /** `null` where it has to be recognised. */
  readonly api: ApiDefinition | null;
  readonly bases: readonly KnownBase[];
  readonly onClose: () => void;
};

/** One call: what it is and why, what would be different in a draft of it, what its answer means. */
export function PastedCallDetail({ call, api, bases, onClose }: Props) {
  const { tabs } = useStores();
  const { candidate, explanation, draft } = useMemo(
    () => explainCall(apis, call, { api, bases }),
    [call, api, bases],
  );
  const open = (opened: RequestDraft): void => {
    tabs.getState().open({ title: draftTitle(opened), draft: opened, exchangeId: null });
    onClose();
  };
  const remarks = [...call.remarks, ...(draft?.remarks ?? [])];
  return (
    <>
      <div className={classes['call']}>
        <div className={classes['what']}>
          {candidate === null ? (
            <p>
              None of the APIs recognises this call. Choose the API above to make a draft of it all the same.
            </p>
          ) : (
            <>
              <h3>{`${candidate.api.title} · ${candidate.operation.title}`}</h3>
              <p>{candidate.reason}</p>
            </>
          )}
        </div>
        {draft !== null && (
          <Button kind="primary" icon="new-file" onPress={() => open(draft.draft)}>
            Open as draft
          </Button>
        )}
      </div>
      {remarks.length > 0 && (
        <ul className={classes['remarks']} aria-label="Remarks">
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      {candidate !== null && explanation !== null && (
        <ExplainedBox api={candidate.api} explanation={explanation} title="Its answer" />
      )}
    </>
  );
}
