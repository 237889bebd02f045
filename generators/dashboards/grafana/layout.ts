import type { DashboardPanel } from '@joinery/kit';
import type { GridPosition, Panel, Row } from './model.ts';
import { drawPanel } from './panel.ts';

/** Grafana's grid is 24 columns wide. */
const COLUMNS = 24;
const SIZES: Readonly<Record<DashboardPanel['kind'], { readonly w: number; readonly h: number }>> = {
  stat: { w: 6, h: 4 },
  timeseries: { w: 8, h: 8 },
  table: { w: 24, h: 8 },
  logs: { w: 24, h: 10 },
  'state-timeline': { w: 24, h: 6 },
};

/** Put panels into their rows, from left to right and from top to bottom, numbers before curves. */
export function layOut(rows: readonly string[], panels: readonly DashboardPanel[]): readonly (Panel | Row)[] {
  const laid: (Panel | Row)[] = [];
  let y = 0;
  for (const title of rows) {
    const inRow = panels.filter(({ row }) => row === title).sort((a, b) => SIZES[a.kind].h - SIZES[b.kind].h);
    if (inRow.length === 0) continue;
    laid.push({
      id: laid.length + 1,
      type: 'row',
      title,
      collapsed: false,
      gridPos: { x: 0, y, w: COLUMNS, h: 1 },
      panels: [],
    });
    const placed = place(inRow, y + 1);
    for (const { panel, position } of placed) laid.push(drawPanel(panel, laid.length + 1, position));
    y = Math.max(...placed.map(({ position }) => position.y + position.h));
  }
  return laid;
}

interface Placed {
  readonly panel: DashboardPanel;
  readonly position: GridPosition;
}

function place(panels: readonly DashboardPanel[], top: number): readonly Placed[] {
  const placed: Placed[] = [];
  let [x, y, height] = [0, top, 0];
  for (const panel of panels) {
    const { w, h } = SIZES[panel.kind];
    if (x + w > COLUMNS || (height !== 0 && h !== height)) [x, y] = [0, y + height];
    placed.push({ panel, position: { x, y, w, h } });
    [x, height] = [x + w, h];
  }
  return placed;
}
