/** Say hello to whoever reads the log. */
export function tracing(greeting: string): void {
  process.stdout.write(`${greeting}\n`);
}
