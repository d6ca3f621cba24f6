import { formatPlace, type Place, type Problem } from '../../../shared/model/problem.ts';
import { Icon } from '../../ui/icon.tsx';
import classes from './problem-list.module.css';

type Props = { readonly problems: readonly Problem[]; readonly kind: 'problem' | 'warning' };

/** Problems in words: where, what is wrong, what to do next. */
export function ProblemList({ problems, kind }: Props) {
  if (problems.length === 0) return null;
  return (
    <ul className={`${classes['list']} ${classes[kind]}`}>
      {problems.map(({ message, remedy, place }) => (
        <li key={`${message}${place === undefined ? '' : formatPlace(place)}`}>
          <Icon name={kind === 'problem' ? 'error' : 'warning'} />
          <span>
            {place !== undefined && isHelpful(place) && <b>{formatPlace(place)}. </b>}
            {message} <span className={classes['remedy']}>{remedy}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A field or variable is named in the message itself; a line, a header and the URL are not. */
function isHelpful({ part, line }: Place): boolean {
  return part === 'url' || part === 'header' || line !== undefined;
}
