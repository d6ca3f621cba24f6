import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { Explanation } from '../../../shared/model/explanation.ts';
import { ExplanationText } from '../response-viewer/explanation-text.tsx';
import classes from './explain-dialog.module.css';
import verdicts from '../../ui/verdict.module.css';

type Props = { readonly api: ApiDefinition; readonly explanation: Explanation; readonly title: string };

/** What an answer means, in the colour of its verdict. */
export function ExplainedBox({ api, explanation, title }: Props) {
  const entry = api.catalog.find(({ id }) => id === explanation.entries[0]) ?? null;
  return (
    <div className={`${classes['result']} ${verdicts[explanation.verdict]}`}>
      <p className={classes['api']}>{title}</p>
      <ExplanationText explanation={explanation} entry={entry} />
    </div>
  );
}
