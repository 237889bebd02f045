/**
 * Ends an Nx run with a message for people. Nx prints the first line as the title and the rest below it; without a stack
 * it does not advise to ask for one, which would help nobody.
 */
export class Stopped extends Error {
  constructor(message: string) {
    super(message.trimEnd());
    this.name = 'Stopped';
    this.stack = '';
  }
}
