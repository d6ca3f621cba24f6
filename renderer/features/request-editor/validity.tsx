import type { Preview } from '../../../shared/contract/commands.ts';
import { Icon } from '../../ui/icon.tsx';
import classes from './validity.module.css';

/** Whether the draft could be sent as it stands, in one line. */
export function Validity({ preview }: { readonly preview: Preview | null }) {
  if (preview === null) return null;
  const { problems, stops, warnings } = preview;
  if (problems.length > 0)
    return <Line kind="problem" icon="error" text={count(problems.length, 'problem')} />;
  if (stops.some(({ stop }) => stop?.kind !== 'not-confirmed'))
    return <Line kind="warning" icon="shield" text="Would be stopped" />;
  if (warnings.length > 0)
    return <Line kind="warning" icon="warning" text={count(warnings.length, 'remark')} />;
  return <Line kind="valid" icon="check" text="Valid against the documented schema" />;
}

type LineProps = { readonly kind: string; readonly icon: string; readonly text: string };

function Line({ kind, icon, text }: LineProps) {
  return (
    <span role="status" title={text} className={`${classes['line']} ${classes[kind]}`}>
      <Icon name={icon} />
      <span>{text}</span>
    </span>
  );
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
