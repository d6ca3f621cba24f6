import { expect } from '../web/fixtures.ts';
import { addFault, openLoadForm, openSandbox, sendTemplate } from '../web/sandbox-steps.ts';
import { type Reach, takePictures } from './take-pictures.ts';

const states: Readonly<Record<string, Reach>> = {
  'sandbox-ledger': async (page) => {
    await sendTemplate(page, 'Refund captured payment');
    const controls = await openSandbox(page, 'Ledger');
    const rows = controls.getByRole('grid', { name: 'Records' }).getByRole('row');
    await rows.filter({ hasText: '403993715529606983' }).first().click();
  },
  'sandbox-settling': async (page) => {
    const controls = await openSandbox(page, 'Ledger');
    await controls.getByRole('combobox', { name: 'Accepted refunds end' }).selectOption('by themselves');
    await controls.getByRole('combobox', { name: 'API' }).selectOption('Front Payment · terminal');
  },
  'sandbox-clock': async (page) => {
    const controls = await openSandbox(page, 'Clock');
    await controls.getByRole('button', { name: '+1 h' }).click();
    await expect(controls.getByRole('region', { name: 'The sandbox is altered' })).toBeVisible();
  },
  'sandbox-picks': async (page) => {
    const controls = await openSandbox(page, 'Picks');
    await controls.getByRole('row').nth(3).click();
    await controls.getByRole('button', { name: 'Pick this answer' }).click();
    await expect(controls.getByRole('list', { name: 'Picks' })).toBeVisible();
  },
  'sandbox-faults': async (page) => {
    const controls = await openSandbox(page, 'Faults');
    await addFault(controls, 'delay 2s');
    await expect(controls.getByRole('list', { name: 'Faults' })).toBeVisible();
    await controls.getByRole('textbox', { name: 'Fault' }).fill('delay');
  },
  'sandbox-log': async (page) => {
    await sendTemplate(page, 'Refund captured payment');
    await sendTemplate(page, 'Duplicate within 5 minutes');
    await sendTemplate(page, 'Refund single purchase');
    const controls = await openSandbox(page, 'Requests');
    await controls.getByRole('row').nth(2).click();
  },
  'sandbox-untouched': async (page) => {
    await openSandbox(page, 'Requests');
  },
  'sandbox-load': async (page) => {
    const controls = await openSandbox(page, 'Ledger');
    await openLoadForm(page, controls);
    await controls
      .locator('input[type="file"]')
      .setInputFiles({ name: 'seed.yaml', mimeType: 'application/yaml', buffer: Buffer.from('apis: 1\n') });
    await expect(controls.getByRole('alert').getByText(/cannot take this file/)).toBeVisible();
  },
};

takePictures(states);
