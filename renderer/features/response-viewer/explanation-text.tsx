import type { CatalogEntry } from '../../../shared/definition/catalog-entry.ts';
import type { Explanation } from '../../../shared/model/explanation.ts';
import { originWords } from '../words.ts';
import classes from './explanation-text.module.css';

type Props = { readonly explanation: Explanation; readonly entry: CatalogEntry | null };

/** An explanation in words: headline, meaning, what to do, whether to send again. */
export function ExplanationText({ explanation, entry }: Props) {
  const { headline, meaning, remedy, resend, identifiers, notes } = explanation;
  const origin = entry === null ? null : originWords(entry.source);
  // An assumption of ours has no code of the provider.
  const code = entry === null || entry.source.origin === 'assumption' ? null : entry.code;
  return (
    <div className={classes['text']}>
      <h3>{headline}</h3>
      <p>
        {code !== null && <b>{`Code ${code}: `}</b>}
        {meaning}
        {origin !== null && <span className={classes['origin']}>{` (${origin})`}</span>}
      </p>
      <p>
        <b>What to do:</b> {remedy}
      </p>
      <p>
        <b>Send again?</b> {resend}
      </p>
      {identifiers.length > 0 && (
        <dl>
          {identifiers.map(([name, value]) => (
            <div key={`${name} ${value}`}>
              <dt>{name}</dt>
              <dd>
                <code>{value}</code>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {notes.map((note) => (
        <p key={note} className={classes['note']}>
          {note}
        </p>
      ))}
    </div>
  );
}
