export const upcasters = { OrderShipped: mine };
