export interface Customer {
  readonly id: string;
  readonly name: string;
}

export class CustomerRepository {
  readonly #customers: ReadonlyMap<string, Customer>;

  constructor(customers: readonly Customer[]) {
    this.#customers = new Map(customers.map((customer) => [customer.id, customer]));
  }

  find(id: string): Customer | undefined {
    return this.#customers.get(id);
  }
}
