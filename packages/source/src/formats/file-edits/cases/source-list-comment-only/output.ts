export const handlers = [
  shipOrder,
  // none yet
];
