import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { formatCount } from '../words.ts';
import classes from './history-list.module.css';

type Props = {
  readonly query: string;
  /** How many exchanges there are. */
  readonly count: number;
};

/** What was looked for and where; or that nothing was sent yet. */
export function NothingFound({ query, count }: Props) {
  const { search } = useStores();
  if (query.trim() === '') {
    return (
      <p className={classes['empty']}>
        Nothing sent yet. Choose a template and press Send; every exchange is kept here.
      </p>
    );
  }
  const exchanges = count === 1 ? 'the one exchange' : `all ${formatCount(count)} exchanges`;
  return (
    <div className={classes['nothing']} role="status">
      <Icon name="search" />
      <p>
        <strong>Nothing found for</strong>
        <code>{query}</code>
      </p>
      <p>
        Looked through {exchanges}: requests, answers, notes, tickets and ids. Every word and every filter has
        to fit; of an id, a part is enough.
      </p>
      <Button onPress={() => search.getState().setQuery('')}>Clear the search</Button>
    </div>
  );
}
