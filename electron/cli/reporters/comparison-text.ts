import {
  comparedPartWords,
  type Comparison,
  type ComparisonSection,
  type Difference,
  type DifferenceKind,
} from '../../../shared/model/comparison.ts';

const kindWords: Record<DifferenceKind, string> = {
  missing: 'only right',
  extra: 'only left',
  type: 'other type',
  value: 'other value',
  notation: 'written differently',
};

/** A comparison for people: what stands left and right, the differences by part, and how many of them count. */
export function formatComparison(
  { sections, incomplete }: Comparison,
  [left, right]: readonly [left: string, right: string],
): string {
  return [
    `Left   ${left}`,
    `Right  ${right}`,
    ...sections.filter(hasSomething).flatMap(formatSection),
    '',
    `${summarise(sections)}${incomplete ? ' Not everything was compared.' : ''}`,
    '',
  ].join('\n');
}

function summarise(sections: readonly ComparisonSection[]): string {
  const differences = sections.flatMap((section) => section.differences);
  const marked = differences.filter(({ mark }) => mark !== null).length;
  const counting = differences.length - marked;
  const words = `${counting === 0 ? 'No' : counting} difference${counting > 1 ? 's' : ''}`;
  return marked === 0
    ? `${words}.`
    : `${words} that ${counting > 1 ? 'count' : 'counts'}; ${marked} to be expected.`;
}

function hasSomething({ differences, note }: ComparisonSection): boolean {
  return differences.length > 0 || note !== null;
}

function formatSection({ part, differences, note }: ComparisonSection): readonly string[] {
  return [
    '',
    comparedPartWords[part],
    ...(note === null ? [] : [`  ${note}`]),
    ...differences.flatMap(formatDifference),
  ];
}

function formatDifference(difference: Difference): readonly string[] {
  const { kind, left, right, note, mark } = difference;
  const typed = kind === 'type';
  const side = (value: Difference['left']): string =>
    value === null ? '—' : oneLine(typed ? `${value.type} ${value.text}` : value.text);
  const remarks = [
    note,
    mark === null
      ? null
      : `${mark.kind === 'defect' ? 'A slip in the provider’s sample' : 'To be expected'}: ${mark.reason}`,
  ].filter((remark) => remark !== null);
  return [
    `  ${kindWords[kind].padEnd(20)}${place(difference)}`,
    `    left   ${side(left)}`,
    `    right  ${side(right)}`,
    ...remarks.map((remark) => `    ${remark}`),
  ];
}

function oneLine(text: string): string {
  return JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
}

/** Both places where they differ, as in a list with an item more. */
function place({ path, left, right }: Difference): string {
  if (path === '') return '(the whole body)';
  return left !== null && right !== null && left.path !== right.path
    ? `${path} (right: ${right.path})`
    : path;
}
