import { lit, storeIn } from './events.ts';
import { openStorage } from './open-storage.ts';

/* Appends three events at a time to each of some streams, and prints stream and version once they are acknowledged. */
const [place = '', ...streams] = process.argv.slice(2);
const store = storeIn(openStorage(place));

async function append(stream: string): Promise<void> {
  let version = (await store.read(stream)).length;
  for (;;) {
    const events = [1, 2, 3].map((next) => lit(stream, version + next));
    version = await store.append(stream, events, version === 0 ? 'no-stream' : version);
    console.log(`${stream} ${version}`);
  }
}

void Promise.all(streams.map(append));
