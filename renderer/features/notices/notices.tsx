import { type KeyboardEvent, useCallback, useRef } from 'react';

import { undoLast } from '../../actions/remove-environment.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { Undo } from '../../stores/create-layout-store.ts';
import { useLayout, useStores } from '../../stores/stores-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import classes from './notices.module.css';
import { usePatience } from './use-patience.ts';

/** Milliseconds that something said stays. */
const saidPatience = 6000;

/** Milliseconds that something can be taken back. */
const undoPatience = 12_000;

/**
 * Everything that is said beside the work, in one place: what went wrong stays until it is dismissed, what was done goes
 * by itself. Nothing here takes the focus; F6 comes here, Escape dismisses.
 */
export function Notices() {
  const { told, dismiss, notice, notify, undo, offerUndo, said } = useLayout((state) => state);
  const region = useRef<HTMLElement>(null);
  const cameFrom = useRef<Element | null>(null);
  const leave = useCallback((close: () => void): void => {
    const hadFocus = region.current?.contains(document.activeElement) === true;
    close();
    if (hadFocus) requestAnimationFrame(() => keepFocus(region.current, cameFrom.current));
  }, []);
  return (
    <section
      ref={region}
      id="notices"
      aria-label="Notices"
      data-pane="notices"
      className={classes['notices']}
      onFocus={({ relatedTarget }) => {
        if (relatedTarget instanceof Element && region.current?.contains(relatedTarget) === false)
          cameFrom.current = relatedTarget;
      }}
    >
      {told.map((problem) => (
        <WentWrong key={problem.message} problem={problem} onDismiss={() => leave(() => dismiss(problem))} />
      ))}
      {notice !== null && (
        <WentWrong key={notice.message} problem={notice} onDismiss={() => leave(() => notify(null))} />
      )}
      <div role="status" aria-live="polite" className={classes['done']}>
        {undo !== null && (
          <Offer key={undo.text} undo={undo} onDismiss={() => leave(() => offerUndo(null))} leave={leave} />
        )}
        {said !== null && <Said key={said} said={said} />}
      </div>
    </section>
  );
}

/** What had the focus is gone: the next notice has it, else whatever had it before. */
function keepFocus(region: HTMLElement | null, before: Element | null): void {
  const next = region?.querySelector('button') ?? before;
  if (next instanceof HTMLElement) next.focus();
}

function onEscape(dismiss: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    dismiss();
  };
}

type WrongProps = { readonly problem: Problem; readonly onDismiss: () => void };

function WentWrong({ problem, onDismiss }: WrongProps) {
  return (
    <div role="alert" className={`${classes['notice']} ${classes['wrong']}`} onKeyDown={onEscape(onDismiss)}>
      <Icon name="warning" />
      <p>
        {problem.message} <strong>{problem.remedy}</strong>
      </p>
      <IconButton icon="close" label="Dismiss" onPress={onDismiss} />
    </div>
  );
}

type OfferProps = {
  readonly undo: Undo;
  readonly onDismiss: () => void;
  readonly leave: (close: () => void) => void;
};

function Offer({ undo, onDismiss, leave }: OfferProps) {
  const stores = useStores();
  const forget = useLayout((state) => state.offerUndo);
  const end = useCallback(() => forget(null), [forget]);
  const hold = usePatience(undoPatience, end);
  return (
    <div className={classes['notice']} {...hold} onKeyDown={onEscape(onDismiss)}>
      <p>{undo.text}</p>
      <Button icon="discard" onPress={() => leave(() => void undoLast(stores))}>
        Undo
      </Button>
      <IconButton icon="close" label="Dismiss" onPress={onDismiss} />
    </div>
  );
}

function Said({ said }: { readonly said: string }) {
  const say = useLayout((state) => state.say);
  const end = useCallback(() => say(null), [say]);
  const hold = usePatience(saidPatience, end);
  return (
    <div className={classes['notice']} {...hold}>
      <Icon name="check" />
      <p>{said}</p>
    </div>
  );
}
