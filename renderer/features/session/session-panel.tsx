import { useState } from 'react';

import type { Preview } from '../../../shared/contract/commands.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { SessionDescription } from '../../../shared/model/session.ts';
import { previewInput } from '../../actions/preview-input.ts';
import type { Stores } from '../../stores/stores.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { InspectorSection } from '../request-editor/inspector-section.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { originWords } from '../words.ts';
import { LoginSteps } from './login-steps.tsx';
import classes from './session.module.css';
import { SessionFacts } from './session-facts.tsx';
import { useSession } from './use-session.ts';

type Props = {
  readonly tabId: string;
  /** What the API says of its login. */
  readonly note: string;
  readonly preview: Preview | null;
};

/** The session that the next send uses: whether there is one, how old it is, how it came about, and a login by hand. */
export function SessionPanel({ tabId, note, preview }: Props) {
  const session = useSession({ id: tabId });
  const actions = useSessionActions(tabId);
  const { loginId, problems } = actions;
  const origin = session === null ? null : originWords(session.lifetime.source);
  return (
    <InspectorSection icon="lock" title="Session" mark={session !== null && <Mark session={session} />}>
      <div role="status" className={classes['state']}>
        {loginId === null ? session !== null && <SessionFacts session={session} /> : <p>Logging in …</p>}
      </div>
      <ProblemList problems={problems} kind="problem" />
      <div className={classes['buttons']}>
        {loginId === null ? (
          <Button icon="sign-in" isDisabled={session === null} onPress={() => void actions.logIn()}>
            {session?.state === 'open' ? 'Log in again' : 'Log in'}
          </Button>
        ) : (
          <Button icon="close" onPress={actions.cancel}>
            Cancel
          </Button>
        )}
        {session?.state === 'open' && loginId === null && (
          <Button kind="quiet" onPress={() => void actions.forget()}>
            Forget session
          </Button>
        )}
      </div>
      <LoginSteps planned={preview?.login ?? []} login={session?.lastLogin ?? null} />
      <p>{note}</p>
      {session !== null && (
        <p className={classes['lifetime']}>
          {session.lifetime.text} {origin !== null && `(${origin}: ${session.lifetime.source.title})`}
        </p>
      )}
    </InspectorSection>
  );
}

function Mark({ session: { state } }: { readonly session: SessionDescription }) {
  switch (state) {
    case 'open':
      return <StatusBadge verdict="accepted" text="logged in" />;
    case 'refused':
      return <StatusBadge verdict="refused" text="login failed" />;
    case 'ended':
      return <StatusBadge verdict="pending" text="over" />;
    case 'none':
      return null;
  }
}

type SessionActions = {
  /** While a login is on its way; `null` else. */
  readonly loginId: string | null;
  /** Why nothing could be done. */
  readonly problems: readonly Problem[];
  readonly logIn: () => Promise<void>;
  readonly cancel: () => void;
  readonly forget: () => Promise<void>;
};

function useSessionActions(tabId: string): SessionActions {
  const stores = useStores();
  const [loginId, setLoginId] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  return {
    loginId,
    problems,
    logIn: async () => {
      const input = inputOf(stores, tabId);
      if (input === null) return;
      const sendId = crypto.randomUUID();
      setLoginId(sendId);
      const renewed = await stores.sessions.getState().renew(input, sendId);
      setProblems(renewed.ok ? [] : renewed.error);
      setLoginId(null);
    },
    cancel: () => {
      if (loginId !== null) stores.sessions.getState().cancel(loginId);
    },
    forget: async () => {
      const input = inputOf(stores, tabId);
      if (input === null) return;
      const forgotten = await stores.sessions.getState().forget(input);
      setProblems(forgotten.ok ? [] : [forgotten.error]);
    },
  };
}

function inputOf(stores: Stores, tabId: string): ReturnType<typeof previewInput> | null {
  const tab = stores.tabs.getState().tabs.find(({ id }) => id === tabId);
  return tab === undefined ? null : previewInput(stores, tab);
}
