import type { Preview } from '../../../shared/contract/commands.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import { describeCredentials } from '../../../shared/engine/describe-credentials.ts';
import type { RequestDraft } from '../../../shared/model/request-draft.ts';
import { InspectorSection } from './inspector-section.tsx';
import classes from './inspector.module.css';

type Props = {
  readonly api: ApiDefinition;
  readonly draft: RequestDraft;
  readonly preview: Preview | null;
};

/** Which secret goes where, for an API whose requests carry them, and the only host that they go to. */
export function Credentials({ api, draft, preview }: Props) {
  const secrets = (preview?.variables ?? []).filter(({ secret }) => secret);
  const carried = describeCredentials(
    draft,
    secrets.map(({ name }) => name),
  );
  const set = new Set(secrets.filter(({ origin }) => origin !== null).map(({ name }) => name));
  return (
    <InspectorSection icon="lock" title="Credentials">
      {carried.length > 0 && (
        <dl className={classes['facts']}>
          {carried.map(({ name, places }) => (
            <div key={name}>
              <dt>{places.join(', ')}</dt>
              <dd>
                <code className={set.has(name) ? '' : classes['missing']}>{name}</code>
                {!set.has(name) && <span className={classes['missing']}> has no value</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p>{`${api.authentication.note} ${boundWords(preview)}`.trim()}</p>
    </InspectorSection>
  );
}

/** The core holds every send to it; a value that is given for one send alone goes where the user says. */
function boundWords(preview: Preview | null): string {
  if (preview === null) return '';
  return preview.home === null
    ? 'Bound to no host yet: the environment names no base URL.'
    : `Bound to ${new URL(preview.home).host}.`;
}
