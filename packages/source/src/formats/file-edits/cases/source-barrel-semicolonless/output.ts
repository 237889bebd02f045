export * from './order'
export * from './order-events';
