import type { Stores } from '../stores/stores.ts';

/** Puts a text on the clipboard and says so; where the clipboard is closed to the page, says that. */
export async function copyText({ layout }: Stores, text: string, said: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    layout.getState().say(said);
    return true;
  } catch {
    layout.getState().notify({
      code: 'missing-capability',
      message: 'The clipboard is closed to this page, so nothing was copied.',
      remedy: 'Allow it in the settings of the browser, or use the desktop window.',
    });
    return false;
  }
}
