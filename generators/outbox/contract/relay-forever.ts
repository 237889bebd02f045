import { openStorage } from '../../event-store/contract/open-storage.ts';
import { createHttpPublisher } from '../../messaging-cloudevents/templates/messaging/publisher.ts';
import { createOutbox } from '../templates/outbox/outbox.ts';
import { createRelay } from '../templates/outbox/relay.ts';

/* Relays the messages of an outbox to a URL until it is killed. */
const [place = '', url = ''] = process.argv.slice(2);
const storage = openStorage(place);
const outbox = createOutbox(storage, () => {
  throw new Error('nothing is recorded here');
});
const { publish } = createHttpPublisher({ url, mode: 'structured', timeoutMs: 5_000 });
const log = { error: (message: string) => process.stderr.write(`${message}\n`) };
const limits = { pollMs: 20, maxAttempts: 100, leaseMs: 5_000, retentionMs: 60_000 };
createRelay({ storage, outbox, publish, ...limits, log }).start();
