import type { Preview } from '../../../shared/contract/commands.ts';
import { selectActiveEnvironment } from '../../stores/create-environment-store.ts';
import { useEnvironments } from '../../stores/stores-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import { classWords } from '../words.ts';
import classes from './send-facts.module.css';

/** What a send is about to do, and where, in words. */
export function SendFacts({ preview }: { readonly preview: Preview | null }) {
  const { name, environmentClass } = useEnvironments(selectActiveEnvironment);
  const { effect = null, request = null } = preview ?? {};
  const { word, icon } = classWords[environmentClass];
  return (
    <div className={`${classes['facts']} ${classes[environmentClass]}`}>
      {effect?.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {effect?.cautions.map((caution) => (
        <p key={caution} className={classes['caution']}>
          {caution}
        </p>
      ))}
      <dl>
        <div>
          <dt>Environment</dt>
          <dd className={classes['class']}>
            <Icon name={icon} /> {name} · {word}
          </dd>
        </div>
        {request !== null && URL.canParse(request.url) && (
          <div>
            <dt>Host</dt>
            <dd>
              <code>{new URL(request.url).host}</code>
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}
