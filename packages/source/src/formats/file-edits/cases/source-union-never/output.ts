export type Event = Shipped | Placed;
