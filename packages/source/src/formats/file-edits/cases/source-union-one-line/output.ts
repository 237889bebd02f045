export type Event = Placed | Cancelled | Shipped
