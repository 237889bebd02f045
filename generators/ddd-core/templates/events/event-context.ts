import { randomBytes } from 'node:crypto';
import type { EventContext, Origin } from '#source/domain/kernel/domain-event';
import { uuidV7 } from '#source/domain/kernel/identifier';

/**
 * Make what hands the domain its clock and its ids.
 *
 * @param origin on whose behalf, and in the course of what, something is about to happen
 * @example order.pay(amount, eventContext());
 */
export function createEventContext(origin: () => Origin = () => ({})): () => EventContext {
  const nextId = uuidV7({ now: () => Date.now(), random: (bytes) => randomBytes(bytes) });
  return () => ({ ...origin(), now: () => new Date(), nextId });
}
