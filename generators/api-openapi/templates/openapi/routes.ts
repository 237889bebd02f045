import type { Route } from './route.ts';

/**
 * The routes of this service that others may call. Give them the schemas that `validate` checks by, so that what is told is
 * what is done.
 *
 * @example { method: 'post', path: '/v1/orders', summary: 'Places an order', body: PlaceOrder, responses: { 201: { description: 'Placed', body: Order } } }
 */
export const routes: readonly Route[] = [];
