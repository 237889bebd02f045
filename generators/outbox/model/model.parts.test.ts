import { join } from 'node:path';
import fc from 'fast-check';
import { describeWith, describeWithSqlite } from '../../../tools/parts/parts.ts';
import { programs } from '../../../tools/parts/program.ts';
import { MIGRATION as PROJECTIONS } from '../../event-projections/migrations.ts';
import { type Dialect, places } from '../../event-store/contract/places.ts';
import { MIGRATION as EVENTS } from '../../event-store/migrations.ts';
import { MIGRATION as INBOX } from '../../idempotency/migrations.ts';
import { MIGRATION as OUTBOX } from '../migrations.ts';
import { expectAgreement } from './agreement.ts';
import { play } from './play.ts';
import { runs, type Step } from './steps.ts';

/*
 * Random runs of several processes that write, project, relay and consume, and are killed, frozen, stopped and upgraded
 * meanwhile. Each run has a seed: JOINERY_SEED=<seed> plays it again, MODEL_SHRINK=1 looks for a shorter one that fails too,
 * MODEL_SECONDS=600 plays for longer.
 */
const SECONDS = Number(process.env.MODEL_SECONDS ?? 5);
const SEED = process.env.JOINERY_SEED;
const SHRINK = process.env.MODEL_SHRINK !== undefined;

const CONSUMER = `create table applied (lamp text primary key, versions text not null);
create table arrivals (id text primary key, times integer not null);`;
const bench = places(EVENTS, PROJECTIONS, INBOX, OUTBOX, {
  name: '9000_consumer',
  sql: { sqlite: CONSUMER, postgres: CONSUMER },
});
const children = programs();
afterAll(async () => {
  children.remove();
  await bench.end();
});

const REPLICA = join(__dirname, 'replica.ts');

describe.each(['sqlite', 'postgres'] as const)(
  'event store, projections, outbox and inbox in %s',
  (dialect: Dialect) => {
    const describeIt = dialect === 'postgres' ? describeWith('initdb') : describeWithSqlite();
    const done = { runs: 0, commands: 0, kills: 0 };

    async function run(steps: readonly Step[]): Promise<void> {
      const place = await bench.fresh(dialect);
      const start = (release: number) => children.start(REPLICA, [place, String(release)]);
      await play(steps, start, async ({ played }, release) => {
        const storage = await bench.open(place);
        await expectAgreement(storage, played, release);
        await storage.close();
        done.commands += played.length;
      });
      done.runs += 1;
      done.kills += steps.filter(({ kind }) => kind === 'kill' || kind === 'upgrade').length;
    }

    describeIt('with a real database', () => {
      test(
        'whatever is killed: nothing lost, nothing out of order, nothing applied twice',
        async () => {
          const first = SEED === undefined ? Date.now() % 2 ** 31 : Number(SEED);
          const deadline = Date.now() + SECONDS * 1_000;
          for (let seed = first; seed === first || Date.now() < deadline; seed += 1) {
            console.log(`${dialect}: seed ${seed}`);
            await fc.assert(fc.asyncProperty(runs, run), { seed, numRuns: 1, endOnFailure: !SHRINK });
          }
          console.log(
            `${dialect}: ${done.runs} random runs, ${done.commands} commands, ${done.kills} kills: nothing lost, out of order or twice`,
          );
          expect(done.runs).toBeGreaterThan(0);
        },
        (SECONDS + 1_200) * 1_000,
      );
    });
  },
);
