import { openStorage } from '../../event-store/contract/open-storage.ts';
import { createIdempotency } from '../templates/idempotency/idempotency.ts';

/* Places an order under a key; says when it is written, and waits to be killed before the transaction ends. */
const [place = '', key = ''] = process.argv.slice(2);
const storage = openStorage(place);
const request = { key, scope: 'ada', method: 'POST', path: '/orders', body: { total: 1 } };

void createIdempotency(storage, 60_000).once(request, async () => {
  await storage.execute('insert into orders (id) values ($1)', [key]);
  console.log('written');
  await new Promise((resolve) => setTimeout(resolve, 60_000));
  return { status: 201, body: {} };
});
