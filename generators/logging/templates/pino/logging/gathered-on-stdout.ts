import { destination } from 'pino';

/** Bytes that are gathered before they are written. */
const SIZE = 16_384;
/** How long a line waits at most, in milliseconds. */
const LONGEST_WAIT = 500;
/** A character of a string takes no more bytes than this. */
const BYTES_EACH = 3;

/**
 * Gather lines and write them together: one write for each would cost more than the line itself. They wait as bytes,
 * because many small strings that live for a while are dear to collect. What waits is written also after a fatal line,
 * for which pino calls `flushSync`, and when the process ends.
 */
export function gatheredOnStdout() {
  const stdout = destination({ dest: 1, sync: true });
  const gathered = Buffer.allocUnsafe(SIZE);
  let length = 0;

  function flushSync(): void {
    if (length === 0) return;
    const lines = gathered.toString('utf8', 0, length);
    length = 0;
    stdout.write(lines);
  }

  setInterval(flushSync, LONGEST_WAIT).unref();
  process.once('exit', flushSync);
  return {
    flushSync,
    write(line: string): void {
      const longest = line.length * BYTES_EACH;
      if (length + longest > SIZE) flushSync();
      if (longest > SIZE) stdout.write(line);
      else length += gathered.write(line, length);
    },
  };
}
