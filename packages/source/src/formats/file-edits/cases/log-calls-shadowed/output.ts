import { logger } from './platform/logging/service-logger.js';
export function tell(console: Console) {
  console.log('not the global one');
}

export function quiet() {
  const console = { log: (text: string) => text };
  return console.log('nor this');
}

try {
  tell(globalThis.console);
} catch (console) {
  throw console.log('nor that');
}

const text = "console.log('text')";
const settings = { console: true };
type Output = typeof console;
// console.log('a comment');
logger.info({ text, value: settings.console satisfies boolean as unknown as Output });
