import type { Effect } from '../../../shared/model/effect.ts';
import { InspectorSection } from './inspector-section.tsx';
import classes from './inspector.module.css';

/** What a request will do, in words. */
export function EffectText({ effect: { sentences, cautions } }: { readonly effect: Effect }) {
  const [first, ...rest] = sentences;
  return (
    <InspectorSection icon="info" title="What this will do">
      <p className={classes['first']}>{first}</p>
      {rest.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {cautions.map((caution) => (
        <p key={caution} className={classes['caution']}>
          {caution}
        </p>
      ))}
    </InspectorSection>
  );
}
