import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import type { SaveDialogOptions } from 'electron';

import { Emitter } from './emitter.ts';

type State = 'completed' | 'cancelled' | 'interrupted';

/** A file that a page saves. There is no dialog: it goes where the app sets a path, else nowhere. */
export class DownloadItem extends Emitter<{ readonly done: readonly [event: object, state: State] }> {
  readonly #url: string;
  readonly #fileName: string;
  #options: SaveDialogOptions = {};
  #path = '';

  constructor(url: string, fileName: string) {
    super(['done']);
    this.#url = url;
    this.#fileName = fileName;
  }

  getURL(): string {
    return this.#url;
  }

  getFilename(): string {
    return this.#fileName;
  }

  setSaveDialogOptions(options: SaveDialogOptions): void {
    this.#options = options;
  }

  getSaveDialogOptions(): SaveDialogOptions {
    return this.#options;
  }

  setSavePath(path: string): void {
    this.#path = path;
  }

  getSavePath(): string {
    return this.#path;
  }
}

/** Puts what Chromium has saved where the app wants it, and tells how that went. */
export function settleDownload(item: DownloadItem, folder: string, id: string): void {
  const file = join(folder, id);
  const path = item.getSavePath();
  let state: State = 'completed';
  try {
    if (path === '') state = 'cancelled';
    else copyFileSync(file, path);
  } catch {
    state = 'interrupted';
  }
  rmSync(file, { force: true });
  item.emit('done', {}, state);
}
