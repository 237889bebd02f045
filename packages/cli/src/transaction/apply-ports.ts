import type { Disk } from './disk.ts';
import type { Run } from './package-manager.ts';

/** What can be checked after the changes, each level with the types. */
export const VERIFICATIONS = ['none', 'types', 'tests', 'boot'] as const;

export type Verification = (typeof VERIFICATIONS)[number];

/** What the user chose. */
export interface ApplySettings {
  readonly install: boolean;
  readonly verify: Verification;
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
