import type { Outbox } from '../templates/outbox/outbox.ts';
import type { Storage } from './storage/storage.ts';

/** Stands in for the composition root of the service. */
export declare const outbox: Outbox;
export declare const storage: Storage;
