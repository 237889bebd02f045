import { load } from './load.js';

export class Jobs {
  #last = 0;

  async run(req: { body: unknown; user?: { id: string } }, message: string, items: string[]) {
    console.log(req.body);
    console.log('body', req.body);
    console.log('user', req.user?.id, items.length, this.#last);
    console.log('two', items[0], items[1]);
    console.log('loaded', await load());
    console.log(message);
    console.log('said', message);
    console.log('order', { id: 7, items });
    console.log('order', { id: 7, items }, message);
    console.log({ id: 7 });
    console.log({ message });
    console.log(items, 'are', 3, 'items');
    console.log('payload', JSON.stringify(req.body, null, 2));
    console.log('lines', {
      id: 7, // the seventh
      items,
    });
  }
}
