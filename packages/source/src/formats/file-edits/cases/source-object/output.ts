export const upcasters = {
  OrderPlaced: placed, // since 2019
  'order-cancelled': cancelled,
  OrderShipped: (event) => ({ ...event, version: 2 }),
  shipped,
} satisfies Upcasters;
