import { EXIT, type ExitCode } from '@joinery/engine';
import { answerProblem } from '../../program/answer.ts';
import type { World } from '../../program/world.ts';
import { receiptText } from '../../terminal/receipt-text.ts';
import type { OpenWindow, Window } from '../../terminal/window.ts';
import type { Session } from '../session.ts';
import { type Happening, happen } from '../state/happen.ts';
import type { Key } from '../state/key.ts';
import { press } from '../state/press.ts';
import { start } from '../state/start.ts';
import type { State, Step } from '../state/state.ts';
import { glyphsFor } from '../view/glyphs.ts';
import { paintLine } from '../view/line.ts';
import { view } from '../view/view.ts';
import { inbox } from './inbox.ts';
import { type Outcome, perform } from './perform.ts';

type Event =
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'happening'; readonly happening: Happening }
  | { readonly kind: 'finished'; readonly outcome: Outcome }
  | { readonly kind: 'failed'; readonly error: unknown };

/** The composer on the whole window. Whatever happens, the terminal is given back as it was. */
export async function composeInWindow(session: Session, world: World, open: OpenWindow): Promise<ExitCode> {
  const outcome = await untilFinished(session, world, open);
  const { terminal } = world;
  switch (outcome.kind) {
    case 'left':
      terminal.err('Cancelled; nothing was written.\n');
      return EXIT.cancelled;
    case 'nothing-to-do':
      terminal.out(`Nothing to do: ${session.survey.host.service.name} is as wanted.\n`);
      return EXIT.done;
    case 'problem':
      return answerProblem(outcome, false, terminal);
    case 'receipt':
      terminal.out(receiptText(outcome, terminal.paint));
      return EXIT.done;
  }
}

async function untilFinished(session: Session, world: World, open: OpenWindow): Promise<Outcome> {
  const events = inbox<Event>();
  const tell = (happening: Happening) => events.put({ kind: 'happening', happening });
  const window = await open({
    key: (key) => events.put({ kind: 'key', key }),
    resized: (size) => tell({ kind: 'resized', size }),
    gone: () => events.put({ kind: 'key', key: { name: 'c', ctrl: true } }),
  });
  const cancel = new AbortController();
  const finish = (outcome: Outcome) => events.put({ kind: 'finished', outcome });
  const doing = { session, world, tell, finish, cancel };
  try {
    let step: Step = { state: start(session.survey, window.size, session.warnings) };
    for (;;) {
      if (events.empty) draw(window, step.state, world);
      if (step.effect !== undefined) {
        perform(step.effect, step.state, doing).catch((error: unknown) =>
          events.put({ kind: 'failed', error }),
        );
      }
      const event = await events.take();
      if (event.kind === 'finished') return event.outcome;
      if (event.kind === 'failed') throw event.error;
      step = event.kind === 'key' ? press(step.state, event.key) : happen(step.state, event.happening);
    }
  } finally {
    window.close();
  }
}

function draw(window: Window, state: State, { terminal: { paint } }: World): void {
  const glyphs = glyphsFor(process.env);
  window.draw(view(state, glyphs).map((line) => paintLine(line, state.size.columns, glyphs.ellipsis, paint)));
}
