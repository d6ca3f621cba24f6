import { apis } from '../../../shared/apis/registry.ts';
import { batchFields } from '../../../shared/engine/batch-fields.ts';
import type { BatchDraft } from '../../stores/create-batch-store.ts';
import { useEnvironments, useStores } from '../../stores/stores-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import { classWords } from '../words.ts';
import { sourcesFor } from './batch-plan.ts';
import { batchTemplates } from './batch-templates.ts';
import classes from './batches.module.css';
import { Step } from './step.tsx';
import type { BatchWork } from './use-batch-work.ts';

/** Which API and template, and where it goes; the class of the environment is said in word and colour. */
export function TargetStep({ work }: { readonly work: BatchWork }) {
  const { batches } = useStores();
  const environments = useEnvironments(({ overview }) => overview.environments);
  const { draft, api, template, environment } = work;
  const { word, icon } = classWords[environment.environmentClass];
  const choose = (target: Pick<BatchDraft, 'api' | 'template'>): void =>
    batches.getState().edit({ ...target, sources: sourcesOf(target, draft) });
  return (
    <Step number={1} title="What and where" isDone>
      <div className={classes['fields']}>
        <label>
          API
          <select
            value={api.id}
            onChange={({ target }) => choose({ api: target.value, template: firstTemplate(target.value) })}
          >
            {apis
              .filter((candidate) => batchTemplates(candidate).length > 0)
              .map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
          </select>
        </label>
        <label>
          Template
          <select
            value={template.id}
            onChange={({ target }) => choose({ api: api.id, template: target.value })}
          >
            {batchTemplates(api).map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label>
          Environment
          <select
            value={environment.id}
            onChange={({ target }) => batches.getState().edit({ environmentId: target.value })}
          >
            {environments.map(({ id, name, environmentClass }) => (
              <option key={id} value={id}>
                {`${name} · ${classWords[environmentClass].word}`}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className={classes['note']}>
        {template.summary}{' '}
        <span className={`${classes['class']} ${classes[environment.environmentClass]}`}>
          <Icon name={icon} /> {word}
        </span>{' '}
        {placeWords[environment.environmentClass]}
      </p>
    </Step>
  );
}

const placeWords = {
  sandbox: 'No money moves.',
  test: 'It goes to a test system of the provider.',
  production: 'Real money moves, and cannot be called back.',
};

function firstTemplate(apiId: string): string {
  const api = apis.find(({ id }) => id === apiId);
  return (api === undefined ? [] : batchTemplates(api))[0]?.id ?? '';
}

/** Another template asks for other fields, so their columns are looked for anew. */
function sourcesOf(target: Pick<BatchDraft, 'api' | 'template'>, { table, sources }: BatchDraft) {
  const api = apis.find(({ id }) => id === target.api);
  const template = api?.templates.find(({ id }) => id === target.template);
  if (api === undefined || template === undefined || table === null) return sources;
  return sourcesFor(batchFields(api, template), table, sources);
}
