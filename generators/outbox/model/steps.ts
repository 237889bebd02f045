import fc from 'fast-check';

/** What happens to a message on its way, or to the consumer. */
export type Fate = 'fine' | 'refused-once' | 'answer-lost' | 'poison';

/** What a writer is asked to do; asked again, with the same ids, when it was killed before it answered. */
export interface Command {
  readonly kind: 'append' | 'append-twice' | 'roll-back' | 'stale';
  readonly stream: string;
  /** One event for each. */
  readonly fates: readonly Fate[];
}

/** One step of a run with several processes, numbered from 0. */
export type Step =
  | { readonly kind: 'command'; readonly process: number; readonly command: Command; readonly wait: boolean }
  | { readonly kind: 'kill' | 'stop' | 'rebuild' | 'freeze' | 'upgrade'; readonly process: number }
  | { readonly kind: 'pause'; readonly milliseconds: number };

export const PROCESSES = 3;
const STREAMS = ['a', 'b', 'c', 'd'];

const process = fc.nat({ max: PROCESSES - 1 });

const fate = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Fate>('fine') },
  { weight: 2, arbitrary: fc.constant<Fate>('refused-once') },
  { weight: 2, arbitrary: fc.constant<Fate>('answer-lost') },
  { weight: 1, arbitrary: fc.constant<Fate>('poison') },
);

const kind = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Command['kind']>('append') },
  { weight: 2, arbitrary: fc.constantFrom<Command['kind']>('append-twice', 'roll-back', 'stale') },
);

const command: fc.Arbitrary<Command> = fc.record({
  kind,
  stream: fc.constantFrom(...STREAMS),
  fates: fc.array(fate, { minLength: 1, maxLength: 4 }),
});

/** Runs in which something is killed every few commands. */
export const runs: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        kind: fc.constant('command' as const),
        process,
        command,
        wait: fc.boolean(),
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('kill' as const), process }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('stop' as const, 'rebuild' as const, 'freeze' as const, 'upgrade' as const),
        process,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('pause' as const), milliseconds: fc.nat({ max: 120 }) }),
    },
  ),
  { minLength: 30, maxLength: 60 },
);
