const handlers = [
  placeOrder,
  cancelOrder, // last
  shipOrder
];
