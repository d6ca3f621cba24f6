import { useCallback, useRef } from 'react';
import type { ButtonProps } from 'react-aria-components';

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

/** What every button of a notice hears beside its own press. */
type Keys = Pick<ButtonProps, 'onKeyDown' | 'onFocus'>;

/**
 * Everything that is said beside the work, in one place: what went wrong stays until it is dismissed, what was done goes
 * by itself. Nothing here takes the focus; F6 comes here, Escape dismisses.
 */
export function Notices() {
  const { told, dismiss, notice, notify, undo, offerUndo, said } = useLayout((state) => state);
  const region = useRef<HTMLElement>(null);
  const cameFrom = useRef<Element | null>(null);
  const leave = (close: () => void): void => {
    const hadFocus = region.current?.contains(document.activeElement) === true;
    close();
    if (hadFocus) requestAnimationFrame(() => keepFocus(region.current, cameFrom.current));
  };
  const keysOf = (close: () => void): Keys => ({
    onKeyDown: (event) => event.key === 'Escape' && leave(close),
    onFocus: ({ relatedTarget }) => {
      if (relatedTarget !== null && region.current?.contains(relatedTarget) === false)
        cameFrom.current = relatedTarget;
    },
  });
  const wrong = [
    ...told.map((problem) => ({ problem, close: () => dismiss(problem) })),
    ...(notice === null ? [] : [{ problem: notice, close: () => notify(null) }]),
  ];
  const forget = (): void => offerUndo(null);
  return (
    <section ref={region} aria-label="Notices" data-pane="notices" className={classes['notices']}>
      {wrong.map(({ problem, close }) => (
        <WentWrong
          key={problem.message}
          problem={problem}
          keys={keysOf(close)}
          onDismiss={() => leave(close)}
        />
      ))}
      <div role="status" aria-live="polite" className={classes['done']}>
        {undo !== null && <Offer key={undo.text} undo={undo} keys={keysOf(forget)} onLeave={leave} />}
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

type WrongProps = {
  readonly problem: Problem;
  readonly keys: Keys;
  readonly onDismiss: () => void;
};

function WentWrong({ problem, keys, onDismiss }: WrongProps) {
  return (
    <div role="alert" className={`${classes['notice']} ${classes['wrong']}`}>
      <Icon name="warning" />
      <p>
        {problem.message} <strong>{problem.remedy}</strong>
      </p>
      <IconButton {...keys} icon="close" label="Dismiss" onPress={onDismiss} />
    </div>
  );
}

type OfferProps = {
  readonly undo: Undo;
  readonly keys: Keys;
  /** Does what takes the notice away, and sees to the focus. */
  readonly onLeave: (close: () => void) => void;
};

function Offer({ undo, keys, onLeave }: OfferProps) {
  const stores = useStores();
  const forget = useLayout((state) => state.offerUndo);
  const end = useCallback(() => forget(null), [forget]);
  const hold = usePatience(undoPatience, end);
  return (
    <div className={classes['notice']} {...hold}>
      <p>{undo.text}</p>
      <Button {...keys} icon="discard" onPress={() => onLeave(() => void undoLast(stores))}>
        Undo
      </Button>
      <IconButton {...keys} icon="close" label="Dismiss" onPress={() => onLeave(end)} />
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
