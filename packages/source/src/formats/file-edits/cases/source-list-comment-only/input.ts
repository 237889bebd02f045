export const handlers = [
  // none yet
];
