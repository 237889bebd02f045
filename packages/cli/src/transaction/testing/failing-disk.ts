import { type Disk, nodeDisk } from '../disk.ts';

/** Calls that change nothing; a crash before one is the same as a crash before the next. */
const READING = ['accessSync', 'lstatSync', 'readFileSync', 'readdirSync', 'realpathSync', 'statSync'];

/** A disk that does something of the test's before each call, numbered from 1. */
export function watchedDisk(before: (call: number, name: string) => void): Disk {
  let call = 0;
  return new Proxy(nodeDisk, {
    get: (disk, name) => {
      const real: unknown = Reflect.get(disk, name);
      if (typeof real !== 'function' || READING.includes(String(name))) return real;
      return (...args: readonly unknown[]) => {
        call += 1;
        before(call, String(name));
        return Reflect.apply(real, disk, args);
      };
    },
  });
}

export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made up`), { code });
}
