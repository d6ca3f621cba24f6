import { BrowserWindow, dialog } from 'electron';

/** Asks for the folder of another workspace, beginning at the one that is open; `null` where none was chosen. */
export async function chooseWorkspace(open: string): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    title: 'Open workspace',
    message: 'The folder with your environments and collections. Refund Workbench starts again with it.',
    defaultPath: open,
    buttonLabel: 'Open workspace',
    properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
  };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  const [folder] = filePaths;
  return canceled || folder === undefined || folder === open ? null : folder;
}

/** Says that a workspace of the list is there no more. */
export async function tellWorkspaceGone(folder: string): Promise<void> {
  await dialog.showMessageBox({
    type: 'warning',
    title: 'Open workspace',
    message: 'This workspace is there no more.',
    detail: `${folder} was moved, renamed or deleted, or its disk is not connected. Choose it where it is now: File, Open workspace…`,
    buttons: ['Close'],
  });
}
