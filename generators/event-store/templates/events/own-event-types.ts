import type { EventType } from './upcasters.ts';

/**
 * The events of this service, beside those that features added. This list is yours.
 *
 * @example 'order.placed': { schemaVersion: 2, upcast: { 1: (data) => ({ ...data, currency: 'EUR' }) } },
 */
export const ownEventTypes: Readonly<Record<string, EventType>> = {};
