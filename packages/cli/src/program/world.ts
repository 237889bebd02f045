import type { FeaturePlaces, Service } from '@joinery/door';
import type { ComposePorts } from '@joinery/engine';
import type { Terminal } from '../terminal/terminal.ts';
import type { Disk } from '../transaction/disk.ts';
import type { Run } from '../transaction/package-manager.ts';

/** Everything a command reaches outside itself. */
export interface World {
  readonly terminal: Terminal;
  readonly folder: string;
  /** The folder of the `joinery` package, beside which its features lie. */
  readonly tool: string;
  readonly version: string;
  readonly disk: Disk;
  readonly run: Run;
  readonly open: (service: Service, places: FeaturePlaces) => ComposePorts;
}
