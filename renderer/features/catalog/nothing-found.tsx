import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import classes from './catalog-page.module.css';

type Props = {
  /** Whether something was found that the filters take out. */
  readonly isFiltered: boolean;
  readonly onClear: () => void;
  readonly onAsk: (query: string) => void;
};

const examples = ['214', 'HTTP 403', 'not allowed', 'already refunded'];

/** What stands where no documented answer is left. */
export function NothingFound({ isFiltered, onClear, onAsk }: Props) {
  return (
    <div className={classes['none']}>
      {isFiltered ? (
        <>
          <p>The filters leave nothing of what was found.</p>
          <Button onPress={onClear}>Take all filters out</Button>
        </>
      ) : (
        <>
          <p>Try the bare code, the HTTP status, or two or three words of the message.</p>
          <div className={classes['examples']}>
            {examples.map((example) => (
              <Chip key={example} isSelected={false} onChange={() => onAsk(example)}>
                {example}
              </Chip>
            ))}
          </div>
        </>
      )}
    </div>
  );
}
