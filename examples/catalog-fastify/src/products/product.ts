export interface Product {
  readonly sku: string;
  readonly title: string;
  readonly cents: number;
}
