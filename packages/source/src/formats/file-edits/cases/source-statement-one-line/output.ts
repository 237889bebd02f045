export function register() { add(parcels); }
export function start() { listen(); announce(); return 1; }
