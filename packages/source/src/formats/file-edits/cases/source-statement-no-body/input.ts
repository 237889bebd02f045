export const register = () => add(orders);
