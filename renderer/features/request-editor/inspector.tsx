import { findApi } from '../../../shared/apis/registry.ts';
import type { RequestDraft } from '../../../shared/model/request-draft.ts';
import type { TabExchange } from '../../stores/create-exchange-store.ts';
import { useTabs } from '../../stores/stores-context.tsx';
import { SessionPanel } from '../session/session-panel.tsx';
import { SignaturePanel } from '../signature/signature-panel.tsx';
import { Credentials } from './credentials.tsx';
import { EffectText } from './effect-text.tsx';
import classes from './inspector.module.css';
import { ProblemList } from './problem-list.tsx';
import { Stops } from './stops.tsx';

type Props = { readonly draft: RequestDraft; readonly exchange: TabExchange };

/** How the request proves who sends it, what it will do, and what is wrong with it; live while typing. */
export function Inspector({ draft, exchange: { preview } }: Props) {
  const tabId = useTabs(({ tabs }) => tabs.find((tab) => tab.draft === draft)?.id ?? null);
  const api = findApi(draft.api);
  const signature = api?.operations.find(({ id }) => id === draft.operation)?.signature;
  return (
    <aside className={classes['inspector']} aria-label="Inspector" tabIndex={0}>
      <ProblemList problems={preview?.problems ?? []} kind="problem" />
      <Stops apiId={draft.api} stops={preview?.stops ?? []} />
      <ProblemList problems={preview?.warnings ?? []} kind="warning" />
      {/* What happens to the money comes before how it is proved. */}
      {preview?.effect !== undefined && preview.effect !== null && <EffectText effect={preview.effect} />}
      {signature !== undefined && tabId !== null && (
        <SignaturePanel key={tabId} spec={signature} tabId={tabId} preview={preview} />
      )}
      {api?.authentication.kind === 'session' && tabId !== null && (
        <SessionPanel key={tabId} tabId={tabId} note={api.authentication.note} preview={preview} />
      )}
      {api?.authentication.kind === 'direct' && <Credentials api={api} draft={draft} preview={preview} />}
    </aside>
  );
}
