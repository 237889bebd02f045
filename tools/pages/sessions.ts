export interface Session {
  /** `orders-express`, or `orders-express:yo` for another session in a fresh copy of the same host. */
  readonly name: string;
  /** The part before the colon. */
  readonly host: string;
  readonly blocks: readonly Block[];
}

export interface Block {
  readonly line: number;
  readonly commands: readonly Command[];
}

export interface Command {
  readonly text: string;
  /** Lines that its output must hold, in this order. */
  readonly shows: readonly string[];
}

const FENCE = /^```(bash|sh|console)\b([^\n]*)\n(.*?)^```$/gms;

/**
 * Return what a page's shell blocks say to run, by session. Each block names one after its language
 * (`console run=orders-express`); `run=none` marks a block that is not to be run.
 */
export function readSessions(page: string): readonly Session[] {
  const sessions = new Map<string, Block[]>();
  for (const { 1: language, 2: info = '', 3: text = '', index } of page.matchAll(FENCE)) {
    const line = page.slice(0, index).split('\n').length;
    const name = /\brun=(\S+)/.exec(info)?.[1];
    if (name === undefined)
      throw new Error(`The block on line ${line} says neither run=<host> nor run=none.`);
    if (name === 'none') continue;
    const commands = language === 'console' ? readConsole(text) : readScript(text);
    sessions.set(name, [...(sessions.get(name) ?? []), { line, commands }]);
  }
  return [...sessions].map(([name, blocks]) => ({ name, host: name.split(':', 1)[0] ?? name, blocks }));
}

/** A console block shows `$ commands` and, below each, lines of what it prints; `…` stands for any others. */
function readConsole(text: string): readonly Command[] {
  return joinLines(text)
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...lines] = part.split('\n');
      const shows = lines.flatMap((line) => line.split('…')).map((line) => line.trim());
      return { text: withoutComment(command), shows: shows.filter((line) => line !== '') };
    });
}

/** Any other block is commands alone, one a line. */
function readScript(text: string): readonly Command[] {
  return joinLines(text)
    .split('\n')
    .map(withoutComment)
    .filter((line) => line !== '')
    .map((line) => ({ text: line, shows: [] }));
}

function joinLines(text: string): string {
  return text.replaceAll(/\\\n\s*/g, '');
}

function withoutComment(line: string): string {
  return line.replace(/(^|\s+)#.*/, '').trim();
}

/** Say whether a session runs a tool, as in `npx yo`. */
export function uses({ blocks }: Session, tool: string): boolean {
  return blocks.some(({ commands }) => commands.some(({ text }) => text.split(' ').includes(tool)));
}
