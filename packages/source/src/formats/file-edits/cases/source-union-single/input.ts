export type Event = Placed;
