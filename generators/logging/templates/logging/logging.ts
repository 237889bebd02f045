/** Say hello to whoever reads the log. */
export function logging(greeting: string): void {
  process.stdout.write(`${greeting}\n`);
}
