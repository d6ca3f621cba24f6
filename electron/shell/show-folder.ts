import { dialog, shell } from 'electron';

/** Opens a folder in the system's file manager, or says in one box why it could not. */
export async function showFolder(folder: string): Promise<void> {
  const reason = await shell.openPath(folder);
  if (reason === '') return;
  await dialog.showMessageBox({
    type: 'warning',
    title: 'Show data folder',
    message: 'The data folder could not be shown.',
    detail: `${reason}\nOpen it yourself: ${folder}`,
    buttons: ['Close'],
  });
}
