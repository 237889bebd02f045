export type Event = Placed | Cancelled
