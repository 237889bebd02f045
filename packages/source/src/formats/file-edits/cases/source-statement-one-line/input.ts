export function register() {}
export function start() { listen(); return 1; }
