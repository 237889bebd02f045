export const upcasters = {
  OrderPlaced: placed, // since 2019
  'order-cancelled': cancelled,
} satisfies Upcasters;
