export interface OrderLine {
  readonly product: string;
  readonly quantity: number;
  readonly unitPrice: number;
}

export interface Order {
  readonly id: string;
  readonly customerId: string;
  readonly lines: readonly OrderLine[];
  readonly status: 'open' | 'shipped' | 'cancelled';
}
