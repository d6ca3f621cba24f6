import type { RelaunchOptions } from 'electron';

/**
 * How the program is started once more. What runs of an AppImage lies in a file system that goes with the program, so
 * the image itself is started, which unpacks itself where it cannot be mounted a second time (electron-builder, issues
 * 1727 and 4650).
 *
 * @param image path of the AppImage that this program came in; `undefined` where it came otherwise
 */
export function relaunchOptions(words: readonly string[], image: string | undefined): RelaunchOptions {
  return image === undefined
    ? { args: [...words] }
    : { execPath: image, args: ['--appimage-extract-and-run', ...words] };
}
