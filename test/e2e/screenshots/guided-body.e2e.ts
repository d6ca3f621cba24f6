import { findTemplate } from '../web/page-steps.ts';
import { type Reach, takePictures } from './take-pictures.ts';

const states: Readonly<Record<string, Reach>> = {
  'body-as-form': async (page) => {
    await findTemplate(page, 'Refund captured payment');
    await page.getByRole('radio', { name: 'Form', exact: true }).click();
    await page.getByRole('textbox', { name: /^amount/ }).fill('12.345');
    await page
      .getByText(/decimals\. /)
      .first()
      .waitFor();
  },
  'xml-body-as-form': async (page) => {
    await findTemplate(page, 'TeamRaiser, fee, gift and upsell');
    await page.getByRole('radio', { name: 'Form', exact: true }).click();
  },
};

takePictures(states);
