import type { FeaturePlaces, Service } from '@joinery/door';
import type { ComposePorts } from '@joinery/engine';
import type { Terminal } from '../terminal/terminal.ts';
import type { ApplyPorts } from '../transaction/apply-ports.ts';
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

/** Do something that takes a while: Ctrl-C gives it up, and people are told what is happening. */
export async function working<T>(
  { terminal, disk, run }: World,
  json: boolean,
  work: (ports: ApplyPorts) => Promise<T>,
): Promise<T> {
  const cancel = new AbortController();
  const giveUp = () => cancel.abort();
  process.on('SIGINT', giveUp).on('SIGTERM', giveUp);
  try {
    const progress = (step: string) => json || terminal.progress?.(step);
    return await work({ disk, run, signal: cancel.signal, progress });
  } finally {
    process.off('SIGINT', giveUp).off('SIGTERM', giveUp);
  }
}
