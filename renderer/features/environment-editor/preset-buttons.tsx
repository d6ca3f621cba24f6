import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { EnvironmentClass } from '../../../shared/model/environment.ts';
import { originWords } from '../words.ts';
import classes from './environment-dialog.module.css';

type Props = {
  readonly api: ApiDefinition;
  readonly environmentClass: EnvironmentClass;
  readonly onChoose: (baseUrl: string) => void;
};

/** The known hosts of an API in this class, each with where it is known from and how sure that is. */
export function PresetButtons({ api, environmentClass, onChoose }: Props) {
  const fitting = api.presets.filter((preset) => preset.environmentClass === environmentClass);
  if (fitting.length === 0) return null;
  return (
    <div className={classes['presets']} role="group" aria-label={`Known hosts of ${api.title}`}>
      {fitting.map(({ title, baseUrl, source }) => (
        <button key={baseUrl} type="button" title={source.title} onClick={() => onChoose(baseUrl)}>
          <b>{title}</b> {baseUrl} <i>{originWords(source) ?? 'from the document'}</i>
        </button>
      ))}
    </div>
  );
}
