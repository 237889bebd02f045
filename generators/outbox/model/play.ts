import { setTimeout as wait } from 'node:timers/promises';
import type { Program } from '../../../tools/parts/program.ts';
import { type Crew, createCrew } from './crew.ts';
import type { Step } from './steps.ts';

/** Longer than a relay keeps an aggregate. */
const FREEZE_MS = 600;

/** Carry out a run until every command has been answered, and hand over what is still running. */
export async function play(
  steps: readonly Step[],
  start: (release: number) => Program,
  check: (crew: Crew, release: number) => Promise<void>,
): Promise<void> {
  let release = 1;
  const crew = createCrew(() => start(release));
  try {
    for (const [number, step] of steps.entries()) {
      if (step.kind === 'upgrade') release += 1;
      await take(crew, number, step);
    }
    await crew.answered();
    await check(crew, release);
  } finally {
    await crew.end();
  }
}

async function take(crew: Crew, number: number, step: Step): Promise<void> {
  if (step.kind === 'pause') return wait(step.milliseconds);
  const { process } = step;
  const member = crew.member(process);
  if (step.kind === 'command') {
    crew.ask(process, number, step.command);
    if (step.wait) await crew.answered(number);
  } else if (step.kind === 'rebuild') crew.order(process, 'rebuild');
  else if (step.kind === 'freeze') {
    member.signal('SIGSTOP');
    setTimeout(member.signal, FREEZE_MS, 'SIGCONT');
  } else {
    if (step.kind === 'stop') {
      member.signal('SIGCONT');
      crew.order(process, 'stop');
      await member.end();
    } else await member.kill();
    crew.replace(process);
  }
}
