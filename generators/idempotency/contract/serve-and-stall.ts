import { openStorage } from '../../event-store/contract/open-storage.ts';
import { SERVICES, started } from './serve-orders.ts';

/* Serves orders on Express; writes each, says so, and waits to be killed before it answers. */
const [place = ''] = process.argv.slice(2);
const storage = openStorage(place);

async function stall() {
  await storage.execute('insert into orders (id) values ($1)', ['stalled']);
  console.log('written');
  await new Promise((resolve) => setTimeout(resolve, 60_000));
  return { status: 201, body: {} };
}

void (async () => {
  const serve = SERVICES.express;
  if (serve === undefined) throw new Error('no service');
  const { port } = await started(serve(storage, stall));
  console.log(String(port));
})();
