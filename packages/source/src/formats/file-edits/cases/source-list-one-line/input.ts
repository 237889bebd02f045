export const handlers: Handler[] = [placeOrder];
export const none = [];
export const spaced = { };
