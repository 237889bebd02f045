import { load } from './load.js';
import { logger } from './platform/logging/service-logger.js';

export class Jobs {
  #last = 0;

  async run(req: { body: unknown; user?: { id: string } }, message: string, items: string[]) {
    logger.info({ body: req.body });
    logger.info({ body: req.body }, 'body');
    logger.info({ id: req.user?.id, length: items.length, last: this.#last }, 'user');
    logger.info({ value: items[0], value2: items[1] }, 'two');
    logger.info({ value: await load() }, 'loaded');
    logger.info({ value: message });
    logger.info({ value: message }, 'said');
    logger.info({ id: 7, items }, 'order');
    logger.info({ id: 7, items, value: message }, 'order');
    logger.info({ id: 7 });
    logger.info({ value: { message } });
    logger.info({ items, value: 3 }, 'are items');
    logger.info({ body: req.body }, 'payload');
    logger.info({
      id: 7, // the seventh
      items,
    }, 'lines');
  }
}
