export const handlers = [;
