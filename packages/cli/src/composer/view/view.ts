import type { State } from '../state/state.ts';
import { applyView } from './apply-view.ts';
import { featuresView } from './features-view.ts';
import { type Frame, frameLines } from './frame.ts';
import type { Glyphs } from './glyphs.ts';
import type { Line } from './line.ts';
import { optionsView } from './options-view.ts';
import { planView } from './plan-view.ts';
import { readingView } from './reading-view.ts';
import { stoppedView } from './stopped-view.ts';

/** Smaller windows show nothing that could be used. */
const LEAST = { columns: 40, rows: 10 } as const;

/** The whole screen: exactly as many lines as the window has. */
export function view(state: State, glyphs: Glyphs): readonly Line[] {
  const { columns, rows } = state.size;
  if (columns < LEAST.columns || rows < LEAST.rows) return tooSmall(state);
  return frameLines(frameOf(state, glyphs), state, glyphs);
}

function tooSmall({ size: { columns, rows } }: State): readonly Line[] {
  const lines = [
    `This window is ${columns}x${rows}.`,
    `Joinery needs ${LEAST.columns}x${LEAST.rows}.`,
    'Ctrl-C leaves.',
  ];
  return [...lines, ...Array<Line>(Math.max(0, rows - lines.length)).fill('')].slice(0, Math.max(1, rows));
}

function frameOf(state: State, glyphs: Glyphs): Frame {
  const { screen, reading } = state;
  if (reading !== undefined) return readingView(state, reading, glyphs);
  switch (screen.kind) {
    case 'features':
      return featuresView(state, screen, glyphs);
    case 'options':
      return optionsView(state, screen, glyphs);
    case 'plan':
      return planView(state, screen, glyphs);
    case 'stopped':
      return stoppedView(state, screen, glyphs);
    case 'applying':
      return applyView(state, screen, glyphs);
    case 'working':
      return {
        title: [{ text: 'Joinery', style: 'bold' }, { text: `  ${state.survey.host.service.name}` }],
        body: [`${screen.what} ${glyphs.ellipsis}`],
        keys: 'Ctrl-C leaves',
      };
  }
}
