import { rulesOfKind, type SandboxState } from '../../../shared/model/sandbox.ts';
import type { SandboxPart } from '../../stores/page.ts';
import { useLayout, useSandbox } from '../../stores/stores-context.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { AlteredBanner } from './altered-banner.tsx';
import { ClockFace } from './clock-face.tsx';
import { ClockPart } from './clock-part.tsx';
import { FaultsPart } from './faults-part.tsx';
import { LedgerPart } from './ledger-part.tsx';
import { LogPart } from './log-part.tsx';
import { PicksPart } from './picks-part.tsx';
import { SandboxHead } from './sandbox-head.tsx';
import classes from './sandbox-page.module.css';
import { clockWords } from './sandbox-words.ts';
import { useWatchedSandbox } from './use-watched-sandbox.ts';

/** The sandbox: what stands in it, how it is set, and what it was asked. */
export function SandboxPage({ part }: { readonly part: SandboxPart }) {
  useWatchedSandbox();
  const state = useSandbox((sandbox) => sandbox.state);
  const problem = useSandbox((sandbox) => sandbox.problem);
  return (
    <section className={classes['page']} aria-label="Sandbox controls">
      <SandboxHead />
      {problem !== null && (
        <div role="alert">
          <ProblemList problems={[problem]} kind="problem" />
        </div>
      )}
      {state !== null && <AlteredBanner controls={state.controls} />}
      {state !== null && <Parts part={part} state={state} />}
      {state === null && problem === null && <p className={classes['waiting']}>Reading the sandbox …</p>}
    </section>
  );
}

function Parts({ part, state }: { readonly part: SandboxPart; readonly state: SandboxState }) {
  const showPage = useLayout((layout) => layout.showPage);
  const { rules, clock } = state.controls;
  const items = [
    { id: 'ledger', label: 'Ledger', detail: undefined, content: <LedgerPart state={state} /> },
    {
      id: 'clock',
      label: 'Clock',
      detail: clockWords(clock) ?? undefined,
      content: <ClockPart state={state} />,
    },
    {
      id: 'picks',
      label: 'Picks',
      detail: countOf(rulesOfKind(rules, 'pick')),
      content: <PicksPart rules={rules} />,
    },
    {
      id: 'faults',
      label: 'Faults',
      detail: countOf(rulesOfKind(rules, 'fault')),
      content: <FaultsPart rules={rules} />,
    },
    { id: 'log', label: 'Requests', detail: undefined, content: <LogPart /> },
  ] as const;
  return (
    <div className={classes['parts']}>
      <Tabs
        label="Parts of the sandbox"
        items={items}
        selected={part}
        after={part === 'clock' ? undefined : <ClockFace />}
        onSelect={(id) => {
          const chosen = items.find((item) => item.id === id);
          if (chosen !== undefined) showPage({ kind: 'sandbox', part: chosen.id });
        }}
      />
    </div>
  );
}

function countOf(list: readonly unknown[]): string | undefined {
  return list.length === 0 ? undefined : String(list.length);
}
