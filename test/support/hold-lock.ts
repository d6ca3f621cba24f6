import { withExclusiveLock } from '../../electron/adapters/with-exclusive-lock.ts';

/** A program of its own beside the test: takes a lock and never lets go. Argument: the path of the lock. */
withExclusiveLock(process.argv[2] ?? '', () => {
  process.stdout.write('held\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
