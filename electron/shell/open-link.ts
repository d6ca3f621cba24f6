import { dialog, shell } from 'electron';

/**
 * Asks, then opens an address in the system's browser. The core lets only known addresses come here; the whole of it
 * is shown all the same, and nothing but https is ever opened.
 */
export async function openLink(url: string): Promise<void> {
  if (!isHttps(url)) return;
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: 'Refund Workbench',
    message: 'Open this page in your browser?',
    detail: url,
    buttons: ['Cancel', 'Open in browser'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response === 1) await shell.openExternal(url);
}

function isHttps(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:';
}
