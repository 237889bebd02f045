import type { Disk } from './disk.ts';
import type { Run } from './package-manager.ts';

/** What the user chose. */
export interface ApplySettings {
  readonly install: boolean;
  readonly verify: 'none' | 'types';
}

/** The world, as far as applying changes or asks it. */
export interface ApplyPorts {
  readonly disk: Disk;
  readonly run: Run;
  /** Aborted when the user gives up (Ctrl-C). */
  readonly signal: AbortSignal;
  /** Told what is happening, for people who wait. */
  readonly progress: (step: string) => void;
}
