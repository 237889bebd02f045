export { runProgram } from './program/run-program.ts';
export type { World } from './program/world.ts';
