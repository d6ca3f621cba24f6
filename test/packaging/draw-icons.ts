import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Browser, chromium } from 'playwright';

import { findChromium } from '../find-chromium.ts';
import { type IconPicture, writeIcns, writeIco } from './icon-files.ts';

/** Draws every icon of the packages from the icon of the page: `npm run icons`, when that drawing has changed. */
const project = join(import.meta.dirname, '..', '..');
const folder = join(project, 'electron', 'packaging', 'icons');
const drawing = readFileSync(join(project, 'renderer', 'public', 'icon.svg'), 'utf8');

const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 24, 32, 48, 64, 128, 256];
const macSizes = [32, 64, 128, 256, 512, 1024];

// macOS shows icons on a plate, which fills 824 of 1024 pixels (Apple's grid for icons).
const onPlate = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1024 1024">
  <rect x="100" y="100" width="824" height="824" rx="185" fill="#f7f8fa" />
  <svg x="232" y="232" width="560" height="560" viewBox="0 0 32 32">${drawing}</svg>
</svg>`;

const found = findChromium();
if ('reason' in found) throw new Error(found.reason);
const browser = await chromium.launch({ executablePath: found.path });
mkdirSync(folder, { recursive: true });
for (const { size, png } of await draw(browser, drawing, linuxSizes)) {
  writeFileSync(join(folder, `${size}x${size}.png`), png);
}
writeFileSync(join(folder, 'icon.ico'), writeIco(await draw(browser, drawing, windowsSizes)));
writeFileSync(join(folder, 'icon.icns'), writeIcns(await draw(browser, onPlate, macSizes)));
await browser.close();

async function draw(on: Browser, svg: string, sizes: readonly number[]): Promise<readonly IconPicture[]> {
  const page = await on.newPage();
  const pictures: IconPicture[] = [];
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body { margin: 0 } body > svg { display: block }</style>${svg}`);
    pictures.push({ size, png: await page.screenshot({ omitBackground: true }) });
  }
  await page.close();
  return pictures;
}
