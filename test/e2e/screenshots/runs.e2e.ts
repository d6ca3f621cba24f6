import { chooseData, dataFile, openNewRun, runToEnd } from '../web/run-steps.ts';
import { type Reach, takePictures } from './take-pictures.ts';

const states: Readonly<Record<string, Reach>> = {
  'runs-empty': async (page) => {
    await page.getByRole('button', { name: 'Runs and batches' }).click();
    await page.getByText('Nothing was run yet.').waitFor();
  },
  'run-new': async (page, host) => {
    await openNewRun(page, host.workspace);
    await chooseData(page, dataFile(12));
  },
  'run-ended': async (page, host) => {
    await openNewRun(page, host.workspace);
    await chooseData(page, dataFile(12));
    await runToEnd(page);
    await page
      .getByRole('row', { name: /Same id again/ })
      .nth(2)
      .click();
    await page.getByRole('region', { name: /^Result \d+: Same id again/ }).waitFor();
  },
};

takePictures(states);
