import { lit, storeIn } from './events.ts';
import { openStorage } from './open-storage.ts';

/* Opens a new store, makes its tables and appends an event; prints the milliseconds
 * that passed, those of processor time, and the megabytes in memory. */
const [place = '', migrations = ''] = process.argv.slice(2);
const start = performance.now();
const used = process.cpuUsage();
const storage = openStorage(place, migrations === '' ? undefined : migrations);

async function run(): Promise<void> {
  await storage.open();
  await storeIn(storage).append('one', [lit('one', 1)], 'no-stream');
  const passed = performance.now() - start;
  const { user, system } = process.cpuUsage(used);
  console.log(`${passed} ${(user + system) / 1_000} ${process.memoryUsage.rss() / 2 ** 20}`);
  await storage.close();
}

void run();
