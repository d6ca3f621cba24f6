import type { TransferRemark } from '../../../shared/model/transfer.ts';
import { Icon } from '../../ui/icon.tsx';
import classes from './transfer.module.css';

type Props = { readonly title: string; readonly remarks: readonly TransferRemark[] };

/** What was not taken over, or not as it was, with its place. */
export function RemarkList({ title, remarks }: Props) {
  if (remarks.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className={classes['remarks']}>
        {remarks.map(({ place, text }) => (
          <li key={`${place}\n${text}`}>
            <Icon name="warning" />
            <span>
              {place !== '' && <b>{place}: </b>}
              {text}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
