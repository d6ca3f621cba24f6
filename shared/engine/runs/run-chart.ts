import type { RunResult, RunSummary } from '../../model/run.ts';
import { resultWord } from './run-words.ts';

/** What a chart of a run shows. */
export type ChartData = {
  /** How many requests came to what, in the order of the bar. */
  readonly shares: readonly {
    readonly word: string;
    readonly count: number;
    readonly mark: 'passed' | 'failed' | 'unknown' | 'unsent' | 'skipped';
  }[];
  /** How many requests took at most so many milliseconds; the last has no limit. */
  readonly times: readonly { readonly atMost: number | null; readonly count: number }[];
};

/** Milliseconds. */
const limits = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const;

/** Counts results for a chart; memory does not grow with them. */
export async function chartOf(
  { counts }: Pick<RunSummary, 'counts'>,
  results: AsyncIterable<RunResult>,
): Promise<ChartData> {
  const words = new Map<string, number>();
  const times = Array.from({ length: limits.length + 1 }, () => 0);
  for await (const result of results) {
    const word = resultWord(result);
    words.set(word, (words.get(word) ?? 0) + 1);
    if (result.duration === null) continue;
    const { duration } = result;
    const found = limits.findIndex((limit) => duration <= limit);
    const index = found === -1 ? limits.length : found;
    times[index] = (times[index] ?? 0) + 1;
  }
  const share = (word: string, mark: ChartData['shares'][number]['mark']): ChartData['shares'][number] => ({
    word,
    mark,
    count: words.get(word) ?? 0,
  });
  return {
    shares: [
      share('passed', 'passed'),
      share('failed', 'failed'),
      share('unknown', 'unknown'),
      share('not sent', 'unsent'),
      { word: 'skipped', mark: 'skipped', count: counts.skipped },
    ],
    times: times.map((count, index) => ({ atMost: limits[index] ?? null, count })),
  };
}

const width = 720;
const barHeight = 18;
const columnsTop = 78;
const columnsHeight = 90;

/** A bar of what became of the requests over columns of how long they took, as SVG; it is told in words as well. */
export function resultChart({ shares, times }: ChartData): string {
  const shown = shares.filter(({ count }) => count > 0);
  const words = shown.map(({ word, count }) => `${count} ${word}`).join(', ');
  return `<svg role="img" viewBox="0 0 ${width} ${columnsTop + columnsHeight + 24}" width="${width}" xmlns="http://www.w3.org/2000/svg">
<title>${words === '' ? 'Nothing was sent' : words}</title>
${bar(shown)}
${columns(times)}
</svg>`;
}

function bar(shares: ChartData['shares']): string {
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  let x = 0;
  let label = 0;
  return shares
    .map(({ word, count, mark }) => {
      const share = (count / total) * width;
      const text = `${count} ${word}`;
      const parts = `<rect class="${mark}-mark" x="${round(x)}" y="0" width="${round(share)}" height="${barHeight}"/>
<rect class="${mark}-mark" x="${label}" y="${barHeight + 12}" width="10" height="10"/>
<text x="${label + 15}" y="${barHeight + 21}">${text}</text>`;
      x += share;
      label += 40 + text.length * 7;
      return parts;
    })
    .join('\n');
}

function columns(times: ChartData['times']): string {
  const most = Math.max(1, ...times.map(({ count }) => count));
  const step = width / times.length;
  const bottom = columnsTop + columnsHeight;
  return times
    .map(({ atMost, count }, index) => {
      const height = (count / most) * (columnsHeight - 16);
      const middle = round(index * step + step / 2);
      const limit = atMost === null ? 'more' : atMost < 1000 ? `≤ ${atMost} ms` : `≤ ${atMost / 1000} s`;
      const rect = `<rect class="skipped-mark" x="${round(index * step + 6)}" y="${round(bottom - height)}" width="${round(step - 12)}" height="${round(height)}"/>`;
      const above = `<text x="${middle}" y="${round(bottom - height - 4)}" text-anchor="middle">${count}</text>`;
      return `${count === 0 ? '' : `${rect}\n${above}\n`}<text x="${middle}" y="${bottom + 16}" text-anchor="middle">${limit}</text>`;
    })
    .join('\n');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
