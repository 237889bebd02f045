export class Orders {
    private readonly orders = new Map<string, Order>();

    /** Place it. */
    place(order: Order) {
        this.orders.set(order.id, order);
    }
}
