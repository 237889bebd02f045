export const handlers = load();
