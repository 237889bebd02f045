import type { ApplyScreen, State } from '../state/state.ts';
import type { Frame } from './frame.ts';
import type { Glyphs } from './glyphs.ts';
import type { Line } from './line.ts';

/** How far an apply has come, with the time of each step. */
export function applyView({ survey }: State, { steps, cancelling, now }: ApplyScreen, glyphs: Glyphs): Frame {
  const lines = steps.map(({ text, from, until }): Line => {
    const seconds = (Math.max(0, (until ?? now) - from) / 1000).toFixed(1);
    const done = until !== undefined;
    return [
      { text: done ? `${glyphs.done} ` : `${glyphs.pointer} `, style: done ? 'green' : 'cyan' },
      { text },
      { text: `  ${seconds} s`, style: 'dim' },
    ];
  });
  const giving: readonly Line[] = cancelling
    ? ['', [{ text: 'Giving up: every file is put back.', style: 'yellow' }]]
    : [];
  return {
    title: [{ text: 'Joinery', style: 'bold' }, { text: `  ${survey.host.service.name}  applying` }],
    body: [...lines, ...giving],
    keys: 'Ctrl-C gives up and puts every file back',
  };
}
