import { setTimeout as wait } from 'node:timers/promises';
import type { Program } from '../../../tools/parts/program.ts';
import { type Command, PROCESSES } from './steps.ts';

/** A command, and between which ticks of the run's own clock it was carried out. */
export interface Played {
  readonly number: number;
  readonly command: Command;
  readonly sentAt: number;
  readonly doneAt: number;
  readonly answer: string;
}

/** The processes of a run, and what each still has to answer. */
export interface Crew {
  readonly played: readonly Played[];
  ask(index: number, number: number, command: Command): void;
  order(index: number, order: 'rebuild' | 'stop'): void;
  member(index: number): Program;
  /** Put a new process in the place of one that has ended, and ask it what the old one did not answer. */
  replace(index: number): void;
  /** Wait for the answer to a command; for all of them without a number. */
  answered(number?: number): Promise<void>;
  end(): Promise<void>;
}

export function createCrew(start: () => Program): Crew {
  const members = Array.from({ length: PROCESSES }, start);
  const read = members.map(() => 0);
  const open = new Map<number, Pick<Played, 'command' | 'sentAt'> & { readonly index: number }>();
  const played: Played[] = [];
  let tick = 0;

  const member = (index: number): Program => members[index % PROCESSES] as Program;
  const send = (index: number, order: object) => member(index).write(`${JSON.stringify(order)}\n`);

  function collect(index: number): void {
    const { lines } = member(index);
    for (const line of lines.slice(read[index])) {
      const [number = '', answer = ''] = line.split(' ');
      const asked = open.get(Number(number));
      tick += 1;
      if (asked === undefined) continue;
      open.delete(Number(number));
      played.push({
        number: Number(number),
        command: asked.command,
        sentAt: asked.sentAt,
        doneAt: tick,
        answer,
      });
    }
    read[index] = lines.length;
  }

  return {
    played,
    member,
    ask: (index, number, command) => {
      tick += 1;
      open.set(number, { index, command, sentAt: tick });
      send(index, { number, command });
    },
    order: (index, order) => void send(index, { order }),
    replace: (index) => {
      collect(index);
      members[index] = start();
      read[index] = 0;
      for (const [number, asked] of open) {
        if (asked.index === index) send(index, { number, command: asked.command });
      }
    },
    answered: async (number) => {
      const deadline = Date.now() + 300_000;
      while (number === undefined ? open.size > 0 : open.has(number)) {
        if (Date.now() > deadline)
          throw new Error(`No answer for five minutes to ${JSON.stringify([...open])}`);
        await wait(5);
        for (const index of members.keys()) collect(index);
      }
    },
    end: async () => void (await Promise.all(members.map((each) => each.kill()))),
  };
}
