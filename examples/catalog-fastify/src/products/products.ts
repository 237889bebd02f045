import type { Product } from './product.ts';

export interface Products {
  all(): readonly Product[];
  find(sku: string): Product | undefined;
  put(product: Product): void;
  remove(sku: string): boolean;
}

const FIRST: readonly Product[] = [
  { sku: 'lamp-1', title: 'Desk lamp', cents: 1_950 },
  { sku: 'bulb-7', title: 'Bulb, warm', cents: 120 },
];

export function createProducts(): Products {
  const products = new Map(FIRST.map((product) => [product.sku, product]));
  return {
    all: () => [...products.values()],
    find: (sku) => products.get(sku),
    put: (product) => void products.set(product.sku, product),
    remove: (sku) => products.delete(sku),
  };
}
