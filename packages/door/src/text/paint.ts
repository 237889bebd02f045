type Stroke = (text: string) => string;

/** How to stress a text; meaning is never by colour alone. picocolors fits. */
export interface Paint {
  readonly bold: Stroke;
  readonly dim: Stroke;
  readonly red: Stroke;
  readonly green: Stroke;
  readonly yellow: Stroke;
  readonly cyan: Stroke;
}

const same: Stroke = (text) => text;

/** No stress at all: for pipes, files and people who set NO_COLOR. */
export const plain: Paint = { bold: same, dim: same, red: same, green: same, yellow: same, cyan: same };
