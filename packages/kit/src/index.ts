export * from './code.ts';
export type * from './json.ts';
export * from './manifest.ts';
export * from './plan.ts';
export type * from './profile.ts';
export * from './slots.ts';
export * from './statement.ts';
export * from './tier.ts';
