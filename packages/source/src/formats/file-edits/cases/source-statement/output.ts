export function register(registry: Registry) {
  'use strict';
  registry.clear();
  registry.add(orders);

  registry.add(parcels);
  // done
  return registry;
}

export const start = async () => {
  await listen();
  announce();
};
