import { findApi } from '../../../shared/apis/registry.ts';
import type { Capture, Check } from '../../../shared/model/check.ts';
import type { Tab } from '../../../shared/model/tab.ts';
import { useTabs } from '../../stores/stores-context.tsx';
import { CaptureFields } from './capture-fields.tsx';
import { CheckFields } from './check-fields.tsx';
import classes from './checks-pane.module.css';
import { OrderedList } from './ordered-list.tsx';

const blankCheck: Check = { subject: { of: 'status' }, operator: 'equals', expected: '200' };
const blankCapture: Capture = { subject: { of: 'json', path: '$' }, variable: '' };

/** What the answer of a request has to meet, and what is taken from it for the requests after it. */
export function ChecksPane({ tab }: { readonly tab: Tab }) {
  const change = useTabs((state) => state.change);
  const api = findApi(tab.draft.api);
  return (
    <div className={classes['pane']}>
      <section aria-labelledby="checks-title">
        <h3 id="checks-title">Checks</h3>
        <p>The answer has to meet all of them. They run after each send, here and in a run.</p>
        <OrderedList
          label="Checks"
          noun="check"
          addLabel="Add a check"
          blank={blankCheck}
          items={tab.checks}
          onChange={(checks) => change(tab.id, { checks })}
          renderItem={(check, index, onChange) => (
            <CheckFields number={index + 1} check={check} api={api} onChange={onChange} />
          )}
        />
      </section>
      <section aria-labelledby="captures-title">
        <h3 id="captures-title">Values to take</h3>
        <p>In a run, the requests after this one can use them as variables.</p>
        <OrderedList
          label="Values to take"
          noun="value"
          addLabel="Take a value"
          blank={blankCapture}
          items={tab.captures}
          onChange={(captures) => change(tab.id, { captures })}
          renderItem={(capture, index, onChange) => (
            <CaptureFields number={index + 1} capture={capture} onChange={onChange} />
          )}
        />
      </section>
    </div>
  );
}
