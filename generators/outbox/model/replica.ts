import { createInterface } from 'node:readline';
import type { DomainEvent } from '#source/domain/kernel/domain-event';
import { createProjections } from '../../event-projections/templates/projections/projections.ts';
import { openStorage } from '../../event-store/contract/open-storage.ts';
import { WrongExpectedVersion } from '../../event-store/templates/events/event-store.ts';
import { createSqlEventStore } from '../../event-store/templates/events/sql-event-store.ts';
import { createInbox } from '../../idempotency/templates/idempotency/inbox.ts';
import type { CloudEvent } from '../../messaging-cloudevents/templates/messaging/envelope.ts';
import { toCloudEvent } from '../../messaging-cloudevents/templates/messaging/envelope.ts';
import { createOutbox } from '../templates/outbox/outbox.ts';
import { createRelay } from '../templates/outbox/relay.ts';
import type { Command, Fate } from './steps.ts';
import { view } from './view.ts';

/* One replica of a service: it writes what it is told, projects, relays, and consumes what is relayed, until it is killed. */
const [place = '', release = '1'] = process.argv.slice(2);
const storage = openStorage(place);
const log = { error: (message: string) => process.stderr.write(`${message}\n`) };
const outbox = createOutbox(storage, (event) =>
  toCloudEvent(event, { source: '/lamps', typePrefix: 'com.example' }),
);
const types = new Map([['lamp.lit', { schemaVersion: 2 }]]);
const events = createSqlEventStore({ storage, types, record: outbox.record });
const inbox = createInbox(storage, 86_400_000);
const projections = createProjections({
  ...{ storage, events, log, pollMs: 20 },
  projections: [view(Number(release))],
});
const relay = createRelay({
  ...{ storage, outbox, publish: consume, log },
  ...{ pollMs: 20, maxAttempts: 4, firstDelayMs: 20, leaseMs: 400, retentionMs: 86_400_000 },
});

class RollBack extends Error {}

/** How often a message has come, counted outside of what its consumer does. */
async function arrival(id: string): Promise<number> {
  await storage.execute(
    'insert into arrivals (id, times) values ($1, 1) on conflict (id) do update set times = arrivals.times + 1',
    [id],
  );
  const [row] = await storage.query('select times from arrivals where id = $1', [id]);
  const { times } = row ?? {};
  return Number(times);
}

/** Remember what was applied, in order; fail as the message says. */
async function consume({ id, source, subject = '', sequence, data }: CloudEvent): Promise<void> {
  const { fate } = data as { readonly fate: Fate };
  const first = (await arrival(id)) === 1;
  if (fate === 'poison' || (fate === 'refused-once' && first)) throw new Error(`refused as ${fate}`);
  await inbox.once({ source, id }, async () => {
    await storage.execute(
      `insert into applied (lamp, versions) values ($1, $2)
on conflict (lamp) do update set versions = applied.versions || ' ' || excluded.versions`,
      [subject, String(sequence)],
    );
  });
  if (fate === 'answer-lost' && first) throw new Error('the answer was lost');
}

function eventsOf(number: number, { stream, fates }: Command, version: number): readonly DomainEvent[] {
  return fates.map((fate, index) => ({
    id: `${number}-${index}`,
    type: 'lamp.lit',
    schemaVersion: 2,
    data: { fate },
    aggregateId: stream,
    aggregateVersion: version + index + 1,
    occurredAt: new Date().toISOString(),
  }));
}

async function obey(number: number, command: Command): Promise<string> {
  const { kind, stream } = command;
  const version = (await events.read(stream)).length;
  const batch = eventsOf(number, command, version);
  const expected = version === 0 ? 'no-stream' : version;
  if (kind === 'stale') {
    await events.append(stream, batch, version === 0 ? 1_000 : version - 1);
    return 'accepted';
  }
  if (kind !== 'roll-back') {
    await events.append(stream, batch, expected);
    if (kind === 'append-twice') await events.append(stream, batch, expected);
    return 'done';
  }
  const failing = storage.transaction(async () => {
    await events.append(stream, batch, expected);
    throw new RollBack();
  });
  await failing.catch((error: unknown) => {
    if (!(error instanceof RollBack)) throw error;
  });
  return 'done';
}

/** Somebody who was quicker, or a database that has no time, is no reason to give up. */
async function obeyAtLast(number: number, command: Command): Promise<string> {
  for (;;) {
    try {
      return await obey(number, command);
    } catch (error) {
      if (command.kind === 'stale' && error instanceof WrongExpectedVersion) return 'refused';
      const { status } = error as { readonly status?: number };
      if (!(error instanceof WrongExpectedVersion) && status !== 409 && status !== 503) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
    }
  }
}

async function stop(): Promise<void> {
  await Promise.all([relay.stop(), projections.stop()]);
  await storage.close();
  process.exit(0);
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const { number, command, order } = JSON.parse(line);
  if (order === 'stop') void stop();
  else if (order === 'rebuild') projections.rebuild('view').catch((error) => log.error(String(error)));
  else void obeyAtLast(number, command).then((result) => console.log(`${number} ${result}`));
});
relay.start();
projections.start();
