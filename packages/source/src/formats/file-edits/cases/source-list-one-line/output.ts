export const handlers: Handler[] = [placeOrder, shipOrder];
export const none = [shipOrder];
export const spaced = { shipped: 1 };
