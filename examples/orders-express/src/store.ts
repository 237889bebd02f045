import { CustomerRepository } from './customers/customer-repository.js';
import { OrderRepository } from './orders/order-repository.js';

/** Everything the service remembers. */
export interface Store {
  readonly customers: CustomerRepository;
  readonly orders: OrderRepository;
}

export function createStore(): Store {
  const customers = new CustomerRepository([
    { id: 'c-100', name: 'Ada' },
    { id: 'c-101', name: 'Grace' },
  ]);
  return { customers, orders: new OrderRepository() };
}
