export type Event = never;
