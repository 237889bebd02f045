import { createFileStore } from '../templates/storage/file-store.ts';

/* Counts up in a file, and prints each number once it is acknowledged. */
const [path = ''] = process.argv.slice(2);
const store = createFileStore({ path });

async function run(): Promise<void> {
  const { count } = await store.all('counts');
  for (let next = Number(count ?? 0) + 1; ; next += 1) {
    await store.update((documents) => ({
      ...documents,
      counts: { count: next, text: 'x'.repeat(next * 50) },
    }));
    console.log(next);
  }
}

void run();
