/**
 * Names of fields whose values never reach the log, wherever they stand in a line down to the second level. This list
 * is yours.
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

export const CENSOR = '[redacted]';
