import { takePictures } from './take-pictures.ts';

takePictures({
  'collections-empty': async (page) => {
    await page.keyboard.press('Control+2');
    await page.getByRole('button', { name: 'New collection' }).first().waitFor();
  },
});
