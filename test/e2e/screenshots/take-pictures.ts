import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright/test';

import { forgiveSilence, type Host, test } from '../web/fixtures.ts';

/** Where the pictures go. */
export const pictureFolder = join(import.meta.dirname, '..', '..', '..', 'dist', 'screenshots');

/** Brings the page into a state. */
export type Reach = (page: Page, host: Host) => Promise<void>;

export type PictureOptions = {
  /** Environment files of the workspace, by id. */
  readonly environments?: Readonly<Record<string, string>>;
  /** What is done with a picture, by its file name. */
  readonly whenTaken?: (picture: string) => void;
};

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
] as const;

/** Takes a picture of every state, in dark and in light, at both sizes: `<state>-<colours>-<width>x<height>.png`. */
export function takePictures(
  states: Readonly<Record<string, Reach>>,
  { environments = {}, whenTaken = () => undefined }: PictureOptions = {},
): void {
  for (const colorScheme of ['dark', 'light'] as const) {
    for (const viewport of sizes) {
      const suffix = `${colorScheme}-${viewport.width}x${viewport.height}`;
      test.describe(suffix, () => {
        test.use({ colorScheme, viewport, environments });

        for (const [name, reach] of Object.entries(states)) {
          test(name, async ({ page, host, complaints }) => {
            test.setTimeout(180_000);
            await reach(page, host);
            // A pointer that rests on something changes how it looks.
            if (!name.startsWith('hover')) await page.mouse.move(0, 0);
            mkdirSync(pictureFolder, { recursive: true });
            const picture = `${name}-${suffix}.png`;
            await page.screenshot({ path: join(pictureFolder, picture), animations: 'disabled' });
            whenTaken(picture);
            // A picture may be of a window whose workbench is gone.
            await page.goto('about:blank');
            forgiveSilence(complaints);
          });
        }
      });
    }
  }
}
