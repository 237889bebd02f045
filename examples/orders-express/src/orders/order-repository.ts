import type { Order } from './order.js';

export class OrderRepository {
  readonly #orders = new Map<string, Order>();
  #next = 1;

  add(order: Omit<Order, 'id' | 'status'>): Order {
    const added: Order = { ...order, id: `o-${this.#next++}`, status: 'open' };
    this.#orders.set(added.id, added);
    return added;
  }

  find(id: string): Order | undefined {
    return this.#orders.get(id);
  }

  all(): readonly Order[] {
    return [...this.#orders.values()];
  }

  ofCustomer(customerId: string): readonly Order[] {
    return this.all().filter((order) => order.customerId === customerId);
  }

  save(order: Order): void {
    this.#orders.set(order.id, order);
  }
}
