/**
 * Names of fields whose values never reach the log, whatever their case, wherever they stand in a line down to the
 * second level. This list is yours.
 */
export const redacted: readonly string[] = [
  'apiKey',
  'api_key',
  'authorization',
  'cookie',
  'creditCard',
  'password',
  'secret',
  'set-cookie',
  'token',
];

const CENSOR = '[redacted]';
const SECRETS = new Set(redacted.map((name) => name.toLowerCase()));

/** The same fields, without secrets. Copies only what it must change. */
export function withoutSecrets(fields: object, depth = 2): object {
  let safe = fields;
  for (const [name, value] of Object.entries(fields)) {
    const kept = SECRETS.has(name.toLowerCase()) ? CENSOR : nested(value, depth);
    if (kept === value) continue;
    if (safe === fields) safe = { ...fields };
    Reflect.set(safe, name, kept);
  }
  return safe;
}

function nested(value: unknown, depth: number): unknown {
  if (depth < 2 || typeof value !== 'object' || value === null) return value;
  return value instanceof Error || Array.isArray(value) ? value : withoutSecrets(value, depth - 1);
}
