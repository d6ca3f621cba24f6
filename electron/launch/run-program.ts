import { spawn } from 'node:child_process';

/** Runs a program in this terminal and gives its exit code; Ctrl+C reaches it. */
export function runProgram(
  program: string,
  args: readonly string[],
  output: 'shown' | 'hidden' = 'shown',
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: output === 'shown' ? 'inherit' : 'ignore' });
    const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
    process.on('SIGINT', forward);
    process.on('SIGTERM', forward);
    const end = (code: number): void => {
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
      resolve(code);
    };
    child.once('error', () => end(1));
    child.once('exit', (code) => end(code ?? 1));
  });
}
