const handlers = [
  placeOrder,
  cancelOrder // last
];
