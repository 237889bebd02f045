import { createInterface } from 'node:readline';

/** Ask for one line; `undefined` when the input ends or the person presses Ctrl-C. */
export function askLine(question: string): Promise<string | undefined> {
  const reader = createInterface({ input: process.stdin, output: process.stdout, terminal: false });
  return new Promise((resolve) => {
    const settle = (answer: string | undefined) => {
      process.off('SIGINT', giveUp);
      resolve(answer);
      reader.close();
    };
    const giveUp = () => {
      process.stdout.write('\n');
      settle(undefined);
    };
    process.once('SIGINT', giveUp);
    reader.once('close', () => settle(undefined));
    reader.question(question, settle);
  });
}
