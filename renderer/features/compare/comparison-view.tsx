import { useState } from 'react';

import type { Comparison, ComparisonSection, DifferenceKind } from '../../../shared/model/comparison.ts';
import { Chip } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import classes from './comparison-view.module.css';
import { DifferenceTable } from './difference-table.tsx';
import { kindWords } from './difference-words.ts';

type Props = {
  readonly comparison: Comparison;
  readonly leftTitle: string;
  readonly rightTitle: string;
};

const kinds = ['missing', 'extra', 'type', 'value', 'notation'] as const satisfies readonly DifferenceKind[];

/** The differences, with what to show of them. */
export function ComparisonView({ comparison, leftTitle, rightTitle }: Props) {
  const [kind, setKind] = useState<DifferenceKind | null>(null);
  const [hidesMarked, setHidesMarked] = useState(false);
  const { sections, incomplete } = comparison;
  const all = sections.flatMap(({ differences }) => differences);
  const marked = all.filter(({ mark }) => mark !== null).length;
  const countOf = (wanted: DifferenceKind): number => all.filter((one) => one.kind === wanted).length;
  const shown = sections.map((section) => narrow(section, kind, hidesMarked)).filter(hasSomething);
  return (
    <>
      <p className={classes['summary']} role="status">
        {all.length === marked && <Icon name={incomplete ? 'warning' : 'check'} />}
        {summarise(all.length - marked, marked, incomplete)}
      </p>
      {all.length > 0 && (
        <div className={classes['filters']} role="group" aria-label="Show">
          <Chip isSelected={kind === null} onChange={() => setKind(null)}>
            {`All ${all.length}`}
          </Chip>
          {kinds
            .filter((wanted) => countOf(wanted) > 0)
            .map((wanted) => (
              <Chip
                key={wanted}
                isSelected={kind === wanted}
                onChange={(isSelected) => setKind(isSelected ? wanted : null)}
              >
                {`${kindWords[wanted].word} ${countOf(wanted)}`}
              </Chip>
            ))}
          {marked > 0 && (
            <label className={classes['hide']}>
              <input
                type="checkbox"
                checked={hidesMarked}
                onChange={({ target }) => setHidesMarked(target.checked)}
              />
              Hide what is to be expected
            </label>
          )}
        </div>
      )}
      {shown.length > 0 && <DifferenceTable sections={shown} leftTitle={leftTitle} rightTitle={rightTitle} />}
    </>
  );
}

function narrow(
  section: ComparisonSection,
  kind: DifferenceKind | null,
  hidesMarked: boolean,
): ComparisonSection {
  const differences = section.differences.filter(
    (one) => (kind === null || one.kind === kind) && !(hidesMarked && one.mark !== null),
  );
  return { ...section, differences };
}

function hasSomething({ differences, note }: ComparisonSection): boolean {
  return differences.length > 0 || note !== null;
}

function summarise(counting: number, marked: number, incomplete: boolean): string {
  const rest = incomplete ? ' Not everything was compared.' : '';
  const number =
    counting === 0 ? 'No difference' : counting === 1 ? '1 difference' : `${counting} differences`;
  if (marked === 0) return `${number}.${rest}`;
  return `${number} that ${counting > 1 ? 'count' : 'counts'}; ${marked} to be expected.${rest}`;
}
