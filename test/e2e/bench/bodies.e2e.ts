import { refundsJson, refundsXml, showAnswer } from '../web/answer-steps.ts';
import { test } from '../web/fixtures.ts';

/** The first is the floor: what the window does for any answer. */
const sizes = [0.001, 1, 10, 50];

test.describe.configure({ mode: 'serial' });

for (const format of ['JSON', 'XML'] as const) {
  for (const megabytes of sizes) {
    test(`${megabytes} MB of ${format}`, async ({ page, host }) => {
      test.setTimeout(600_000);
      const text = textOf(format, megabytes * 1e6);
      await page.addInitScript(() => {
        const tasks: number[] = [];
        Object.assign(globalThis, { longTasks: tasks });
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) tasks.push(duration);
        }).observe({ type: 'longtask' });
      });
      const started = await showAnswer(page, host, text, `application/${format.toLowerCase()}`, {
        beforeSend: () => page.evaluate(forget),
      });
      await page.getByRole('treeitem').first().waitFor({ timeout: 300_000 });
      const firstRows = Date.now() - started;
      await page.getByText(/^Reading:/).waitFor({ state: 'detached', timeout: 300_000 });
      const allRows = Date.now() - started;
      const tree = await page.evaluate(measure);
      await page.evaluate(forget);
      const raw = Date.now();
      await page.getByRole('tab', { name: 'Raw' }).click();
      const lines = page.getByRole('textbox', { name: 'Raw response' });
      await lines.waitFor();
      const firstLines = Date.now() - raw;
      await lines.press('End');
      await page.waitForTimeout(500);
      const viewer = await page.evaluate(measure);
      // A bench tells people what it found.
      // oxlint-disable-next-line no-console
      console.log(
        `${format} ${megabytes} MB: first rows ${firstRows} ms after the answer was there, all of it ${allRows} ms; ` +
          `raw lines ${firstLines} ms; longest task ${longest(tree)} ms (tree), ${longest(viewer)} ms (raw)`,
      );
    });
  }
}

function forget(): void {
  (globalThis as unknown as { longTasks: number[] }).longTasks.length = 0;
}

/** How long every task took that kept the page from answering for more than 50 ms. */
function measure(): readonly number[] {
  return (globalThis as unknown as { longTasks: number[] }).longTasks;
}

function longest(tasks: readonly number[]): number {
  return Math.round(Math.max(0, ...tasks));
}

function textOf(format: 'JSON' | 'XML', size: number): string {
  const make = (count: number): string => (format === 'JSON' ? refundsJson(count, 2) : refundsXml(count));
  return make(Math.round(size / (make(1000).length / 1000)));
}
