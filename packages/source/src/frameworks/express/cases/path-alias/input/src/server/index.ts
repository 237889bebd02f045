export * from './start.js';
export { default as atlas } from '../atlas.js';
