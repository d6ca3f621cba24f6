import { refundsJson, refundsXml, showAnswer } from '../web/answer-steps.ts';
import { test } from '../web/fixtures.ts';

const categories = ['__metadata', 'toplevel', 'disabled-by-default-devtools.timeline'];

/** The first is the floor: what the window does for any answer. */
const sizes = [0.001, 1, 10, 50];

test.describe.configure({ mode: 'serial' });

for (const format of ['JSON', 'XML'] as const) {
  for (const megabytes of sizes) {
    test(`${megabytes} MB of ${format}`, async ({ page, host, chrome }) => {
      test.setTimeout(600_000);
      const text = textOf(format, megabytes * 1e6);
      const started = await showAnswer(page, host, text, `application/${format.toLowerCase()}`, {
        beforeSend: () => chrome.startTracing(page, { categories }),
      });
      await page.getByRole('treeitem').first().waitFor({ timeout: 300_000 });
      const firstRows = Date.now() - started;
      await page.getByText(/^Reading:/).waitFor({ state: 'detached', timeout: 300_000 });
      const allRows = Date.now() - started;
      const tree = longestTask(await chrome.stopTracing());
      await chrome.startTracing(page, { categories });
      const raw = Date.now();
      await page.getByRole('tab', { name: 'Raw' }).click();
      const lines = page.getByRole('textbox', { name: 'Raw response' });
      await lines.waitFor();
      const firstLines = Date.now() - raw;
      await lines.press('End');
      await page.waitForTimeout(500);
      const viewer = longestTask(await chrome.stopTracing());
      // A bench tells people what it found.
      // oxlint-disable-next-line no-console
      console.log(
        `${format} ${megabytes} MB: first rows ${firstRows} ms after the answer was there, all of it ${allRows} ms; ` +
          `raw lines ${firstLines} ms; longest task of the page ${tree} (tree), ${viewer} (raw)`,
      );
    });
  }
}

type TraceEvent = {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds by the clock, and those that the processor worked for it. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
};

/** The longest task of a page's main thread: other programs take the clock's time, not the processor's. */
function longestTask(trace: Buffer): string {
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && main.has(`${pid} ${tid}`),
  );
  const most = (key: 'dur' | 'tdur'): number =>
    Math.round(Math.max(0, ...tasks.map((task) => task[key] ?? 0)) / 1000);
  return `${most('tdur')} ms at work, ${most('dur')} ms by the clock`;
}

function textOf(format: 'JSON' | 'XML', size: number): string {
  const make = (count: number): string => (format === 'JSON' ? refundsJson(count, 2) : refundsXml(count));
  return make(Math.round(size / (make(1000).length / 1000)));
}
