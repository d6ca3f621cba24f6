import { findApi } from '../../../shared/apis/registry.ts';
import type { Tab } from '../../../shared/model/tab.ts';
import { saveTab } from '../../actions/save-request.ts';
import { sendDraft } from '../../actions/send-draft.ts';
import type { TabExchange } from '../../stores/create-exchange-store.ts';
import { useConnection, useExchanges, useStores, useTabs } from '../../stores/stores-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { CopyMenu } from './copy-menu.tsx';
import { describeVariables } from './describe-variables.ts';
import { withKeys } from '../shortcuts/key-label.ts';
import classes from './request-line.module.css';
import { ReadOnlyMark } from '../production/read-only-mark.tsx';
import { useNow } from '../use-now.ts';
import { UrlField } from './url-field.tsx';

type Props = { readonly tab: Tab; readonly exchange: TabExchange; readonly onDryRun: () => void };

/** Method, URL, Dry run and Send; while sending, the time so far and Cancel. */
export function RequestLine({ tab, exchange, onDryRun }: Props) {
  const stores = useStores();
  const edit = useTabs((state) => state.edit);
  const cancel = useExchanges((state) => state.cancel);
  const isCut = useConnection(({ connection }) => connection !== 'open');
  const { send, preview } = exchange;
  return (
    <div className={classes['line']}>
      <div className={classes['address']}>
        <span className={classes['method']}>{tab.draft.method}</span>
        <UrlField
          url={tab.draft.url}
          variables={describeVariables(preview, findApi(tab.draft.api))}
          onChange={(url) => edit(tab.id, { ...tab.draft, url })}
        />
      </div>
      <ReadOnlyMark draft={tab.draft} />
      <CopyMenu tab={tab} />
      <IconButton icon="save" label={withKeys('Save', 'save')} onPress={() => void saveTab(stores, tab.id)} />
      <Button icon="eye" onPress={onDryRun}>
        Dry run
      </Button>
      {send.kind === 'sending' ? (
        <CancelButton startedAt={send.startedAt} onPress={() => cancel(tab.id)} />
      ) : (
        <Button icon="play" kind="primary" isDisabled={isCut} onPress={() => void sendDraft(stores, tab.id)}>
          Send
        </Button>
      )}
    </div>
  );
}

function CancelButton({ startedAt, onPress }: { readonly startedAt: number; readonly onPress: () => void }) {
  const seconds = Math.max(0, Math.floor((useNow(1000) - startedAt) / 1000));
  return (
    <Button icon="debug-stop" kind="primary" onPress={onPress}>
      {`Cancel · ${seconds} s`}
    </Button>
  );
}
