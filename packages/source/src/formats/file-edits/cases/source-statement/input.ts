export function register(registry: Registry) {
  'use strict';
  registry.add(orders);

  // done
  return registry;
}

export const start = async () => {
  await listen();
};
