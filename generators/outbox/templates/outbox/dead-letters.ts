import { outbox, storage } from '#host/index';

/*
 * Run in the service's folder with `npm run outbox:dead-letters`: lists the messages that were given up.
 * `npm run outbox:dead-letters -- retry <id>…` has some of them sent again, `-- retry all` has all of them.
 */
async function list(): Promise<void> {
  const letters = await outbox.deadLetters();
  for (const { id, type, aggregate, attempts, error } of letters) {
    console.log(`${id}  ${type} of ${aggregate}, ${attempts} attempts: ${error}`);
  }
  if (letters.length === 0) console.log('No message was given up.');
}

async function retry(words: readonly string[]): Promise<void> {
  const all = words.includes('all');
  const ids = all ? (await outbox.deadLetters(10_000)).map(({ id }) => id) : words;
  if (ids.length === 0 && !all) throw new Error('Say which: their ids, or `all`.');
  for (const id of ids) {
    const found = await outbox.retry(id);
    console.log(found ? `${id}  will be sent again` : `${id}  is no dead letter`);
    if (!found) process.exitCode = 1;
  }
}

async function run([command = 'list', ...words]: readonly string[]): Promise<void> {
  if (command !== 'list' && command !== 'retry') {
    throw new Error(`There is no \`${command}\`: say \`list\` or \`retry\`.`);
  }
  try {
    await (command === 'list' ? list() : retry(words));
  } finally {
    await storage.close();
  }
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
