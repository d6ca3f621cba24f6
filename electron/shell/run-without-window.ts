import { app } from 'electron';

/**
 * Lets the program be a command: it ends with the exit code of `command` and opens nothing. To be called before the app
 * is ready. The fuse for `ELECTRON_RUN_AS_NODE` is off, so this is the only command line that an installed app has.
 */
export function runWithoutWindow(command: () => Promise<number>): void {
  // Electron takes X11 by itself, and dies of it where there is no screen.
  if (process.platform === 'linux') app.commandLine.appendSwitch('ozone-platform', 'headless');
  if (process.platform === 'darwin') app.setActivationPolicy('prohibited');
  app.disableHardwareAcceleration();
  // Electron makes its own "quit" of Ctrl+C; a command that listens ends in its own way, a batch after its row.
  app.on('before-quit', (event) => {
    if (process.emit('SIGINT')) event.preventDefault();
  });
  void endWith(command);
}

async function endWith(command: () => Promise<number>): Promise<void> {
  try {
    const code = await command();
    await Promise.all([written(process.stdout), written(process.stderr)]);
    app.exit(code);
  } catch (error) {
    process.stderr.write(`The command could not be run: ${(error as Error).message}\n`);
    app.exit(2);
  }
}

/** Waits until a reader has everything: `app.exit` does not. */
function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve());
  });
}
