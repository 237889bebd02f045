import type { EventStore } from '#host/events/event-store';
import type { Storage } from '#host/storage/storage';
import { createCheckpoints } from './checkpoints.ts';
import { type ProjectingOptions, prepare, step } from './project.ts';
import type { Projection, ProjectionState } from './projection.ts';

export interface ProjectionsOptions {
  readonly storage: Storage;
  readonly events: EventStore;
  readonly projections: readonly Projection[];
  readonly pollMs: number;
  readonly log: { error(message: string): void };
}

export interface Projections {
  start(): void;
  /** Finish the step that runs, and run no more. */
  stop(): Promise<void>;
  /** Bring every view up to date with what has happened so far. Throws what a projection throws. */
  catchUp(): Promise<void>;
  /** Make a view anew beside the old one, which serves until then. Throws RangeError for an unknown name. */
  rebuild(name: string): Promise<void>;
  states(): readonly ProjectionState[];
  /** Throws when a projection is failing or outdated. */
  check(): void;
}

const BATCH = 100;
const OUTDATED =
  'a newer version of this projection keeps the view; after going back to an older release, rebuild it';
const LONGEST_DELAY_MS = 60_000;

/** Keeps views up to date. Of several processes one at a time works on a projection. */
export function createProjections(options: ProjectionsOptions): Projections {
  const { storage, events, pollMs, log } = options;
  const working: ProjectingOptions = { storage, events, checkpoints: createCheckpoints(storage) };
  const runners = options.projections.map((projection) => createRunner(projection, working));
  const wakes = new Set<() => void>();
  let stopping = false;
  let running: Promise<unknown> | undefined;
  let unsubscribe: () => void = () => undefined;

  async function loop(runner: Runner): Promise<void> {
    let failures = 0;
    while (!stopping) {
      try {
        // After a failure one event at a time: what comes before the one that fails is done.
        await runner.catchUp(failures === 0 ? BATCH : 1, () => stopping);
        failures = 0;
      } catch (error) {
        failures += 1;
        log.error(`projection ${runner.state().name}: ${runner.fail(error)}`);
      }
      await pause(failures === 0 ? pollMs : Math.min(LONGEST_DELAY_MS, pollMs * 2 ** failures));
    }
  }

  function pause(milliseconds: number): Promise<void> {
    if (stopping) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        wakes.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      wakes.add(wake);
    });
  }

  const wakeAll = (): void => {
    for (const wake of [...wakes]) wake();
  };

  return {
    start: () => {
      unsubscribe = events.onAppended(wakeAll);
      running ??= Promise.all(runners.map(loop));
    },
    stop: async () => {
      stopping = true;
      unsubscribe();
      wakeAll();
      await running;
    },
    catchUp: async () => {
      for (const runner of runners) await runner.catchUp(BATCH, () => false);
    },
    rebuild: async (name) => {
      const runner = runners.find((one) => one.state().name === name);
      if (runner === undefined) throw new RangeError(`There is no projection ${name}.`);
      await runner.rebuild();
    },
    states: () => runners.map((runner) => runner.state()),
    check: () => {
      const failing = runners
        .map((runner) => runner.state())
        .find(({ error }) => error !== undefined);
      if (failing !== undefined) throw new Error(`${failing.name}: ${failing.error ?? ''}`);
    },
  };
}

interface Runner {
  catchUp(limit: number, isStopping: () => boolean): Promise<void>;
  rebuild(): Promise<void>;
  /** Remember a failure, and return it in words. */
  fail(error: unknown): string;
  state(): ProjectionState;
}

function createRunner(projection: Projection, working: ProjectingOptions): Runner {
  const { name } = projection;
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(name))
    throw new RangeError(`${name} is no name of a projection.`);
  let state: ProjectionState['state'] = 'starting';
  let behindSince: number | undefined;
  let problem: string | undefined;

  async function catchUp(limit: number, isStopping: () => boolean, anew = false): Promise<void> {
    let which = await prepare(working, projection, anew);
    while ((which === 'live' || which === 'next') && !isStopping()) {
      state = problem !== undefined ? state : which === 'next' ? 'rebuilding' : 'behind';
      const result = await step(working, projection, which, limit);
      problem = undefined;
      if (result.kind === 'elsewhere') break;
      if (result.kind === 'handled') behindSince = Date.parse(result.first.occurredAt);
      else if (which === 'next') which = 'live';
      else {
        behindSince = undefined;
        state = 'current';
        return;
      }
    }
    behindSince = undefined;
    problem = which === 'outdated' ? OUTDATED : undefined;
    state = which === 'outdated' ? 'outdated' : 'elsewhere';
  }

  return {
    catchUp,
    rebuild: () => catchUp(BATCH, () => false, true),
    fail: (error) => {
      problem = error instanceof Error ? error.message : String(error);
      state = 'failing';
      behindSince ??= Date.now();
      return problem;
    },
    state: () => {
      const lagSeconds =
        behindSince === undefined ? 0 : Math.max(0, Date.now() - behindSince) / 1_000;
      return { name, state, lagSeconds, ...(problem === undefined ? {} : { error: problem }) };
    },
  };
}
