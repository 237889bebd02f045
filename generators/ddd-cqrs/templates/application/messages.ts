/**
 * What this service can be told to do. Each type is named once, and a type that is not here cannot be sent:
 *
 * @example 'order.pay': { readonly input: { readonly order: string }; readonly result: void };
 */
export type Commands = Record<never, never>;

/**
 * What it can be asked, without anything changing.
 *
 * @example 'order.total': { readonly input: { readonly order: string }; readonly result: number };
 */
export type Queries = Record<never, never>;
