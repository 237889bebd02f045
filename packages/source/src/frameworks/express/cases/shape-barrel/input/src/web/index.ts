export * from './middleware';
export { app as service } from './app';
