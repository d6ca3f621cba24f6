import { findApi } from '../../../shared/apis/registry.ts';
import { Icon } from '../../ui/icon.tsx';
import { Countdown } from '../countdown.tsx';
import { useNow } from '../use-now.ts';
import classes from './wait-note.module.css';

type Props = {
  readonly apiId: string;
  /** ISO 8601; until then the provider refuses the same amount again. */
  readonly until: string;
};

/** How long the provider goes on refusing the same amount; gone once the time is over. */
export function WaitNote({ apiId, until }: Props) {
  const isOver = useNow(1000) >= Date.parse(until);
  if (isOver) return null;
  return (
    <p className={classes['note']}>
      <Icon name="watch" />
      <span>
        {`${findApi(apiId)?.vendor ?? 'The provider'} refuses the same amount for another `}
        <strong>
          <Countdown until={until} />
        </strong>
      </span>
    </p>
  );
}
