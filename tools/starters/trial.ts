import type { Service } from '../running/service.ts';
import type { Host } from './host.ts';

/** What the steps of one starter hand to each other. */
export interface Trial {
  host: Host;
  service: Service | undefined;
  metricsPort: number;
  /** The files as the generator left them. */
  generated: Readonly<Record<string, string>>;
  /** What undoes the changes made by hand. */
  readonly takeBack: (() => void)[];
}

/** The file that the check added by hand looks for; the service runs in its own folder. */
export const DATABASE = 'database.up';
