export type Event = Placed | Shipped<1>;
