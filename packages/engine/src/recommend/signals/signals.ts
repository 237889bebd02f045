import { DATA_SIGNALS } from './data-signals.ts';
import { HTTP_SIGNALS } from './http-signals.ts';
import { PROCESS_SIGNALS } from './process-signals.ts';
import type { Signal } from './signal.ts';

/** Every signal by its name, as manifests write it. */
export const SIGNALS: Readonly<Record<string, Signal>> = {
  ...PROCESS_SIGNALS,
  ...HTTP_SIGNALS,
  ...DATA_SIGNALS,
};
