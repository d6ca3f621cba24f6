import type { Problem } from '../../../shared/model/problem.ts';
import { isRepeatable } from '../../../shared/model/stop.ts';
import type { Tab } from '../../../shared/model/tab.ts';
import { sendDraft } from '../../actions/send-draft.ts';
import { selectActiveEnvironment } from '../../stores/create-environment-store.ts';
import { selectArmedUntil } from '../../stores/create-production-store.ts';
import { useEnvironments, useLayout, useProduction, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EarlierExchange } from '../journal/earlier-exchange.tsx';
import { WaitNote } from '../journal/wait-note.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import classes from './stopped-card.module.css';

type Props = { readonly tab: Tab; readonly problems: readonly Problem[] };

/** Why nothing was sent, what to mend, and the ways on. */
export function StoppedCard({ tab, problems }: Props) {
  return (
    <div className={classes['card']}>
      <div role="alert">
        <h3>Not sent</h3>
        <ProblemList problems={problems} kind="problem" />
      </div>
      {problems.map((problem) => (
        <StopDetail key={problem.message} apiId={tab.draft.api} problem={problem} />
      ))}
      <WaysOn tab={tab} problems={problems} />
    </div>
  );
}

type DetailProps = { readonly apiId: string; readonly problem: Problem };

/** The exchange that stands in the way, where one does. */
function StopDetail({ apiId, problem: { stop } }: DetailProps) {
  if (stop?.kind !== 'repeat' && stop?.kind !== 'unknown-outcome') return null;
  return (
    <>
      {stop.kind === 'repeat' && stop.waitUntil !== null && <WaitNote apiId={apiId} until={stop.waitUntil} />}
      <EarlierExchange id={stop.exchangeId} hasWays />
    </>
  );
}

function WaysOn({ tab, problems }: Props) {
  const stores = useStores();
  const { environmentClass } = useEnvironments(selectActiveEnvironment);
  const open = useLayout((state) => state.open);
  const mayInsist = environmentClass === 'test' && problems.every(({ code }) => code === 'bad-field');
  const stops = problems.flatMap(({ stop }) => (stop === undefined ? [] : [stop]));
  const repeatable = stops.filter(isRepeatable);
  const others = stops.filter((stop) => !isRepeatable(stop) && stop.kind !== 'not-confirmed');
  const isSameId = repeatable.every(({ kind }) => kind === 'unknown-outcome');
  const armable = stops.find((stop) => stop.kind === 'not-armed');
  return (
    <div className={classes['ways']}>
      {problems.some(({ code }) => code === 'vault') && (
        <Button onPress={() => open({ kind: 'vault' })}>Open the vault</Button>
      )}
      {mayInsist && (
        <Button onPress={() => void sendDraft(stores, tab.id, { allowInvalid: true })}>
          Send to test anyway
        </Button>
      )}
      {armable !== undefined && <ArmButton environmentId={armable.environmentId} />}
      {repeatable.length > 0 && others.length === 0 && (
        <Button kind="risk" onPress={() => open({ kind: 'repeat', tabId: tab.id, stops: repeatable })}>
          {isSameId ? 'Send the same id again…' : 'Send it all the same…'}
        </Button>
      )}
      {stops.length > 0 && stops.every(({ kind }) => kind === 'not-confirmed') && (
        <Button onPress={() => void sendDraft(stores, tab.id)}>Confirm and send…</Button>
      )}
    </div>
  );
}

function ArmButton({ environmentId }: { readonly environmentId: string }) {
  const open = useLayout((state) => state.open);
  const isArmed = useProduction(selectArmedUntil(environmentId)) !== null;
  if (isArmed) return <p role="status">It is armed now: press Send again.</p>;
  return (
    <Button icon="unlock" onPress={() => open({ kind: 'arm', environmentId })}>
      Arm…
    </Button>
  );
}
