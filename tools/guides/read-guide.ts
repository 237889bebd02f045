/** A step of a guide: a command that is given, or a file that is written. */
export type GuideStep =
  | { readonly kind: 'command'; readonly words: readonly string[] }
  | { readonly kind: 'file'; readonly path: string; readonly text: string };

const BLOCK = /^```(bash|ts)(?: run=none)?\n([\s\S]*?)^```$/gm;

/** Read the steps of a guide: `bash` blocks hold one command, `ts` blocks name their file in the first line. */
export function readGuide(markdown: string): readonly GuideStep[] {
  return [...markdown.matchAll(BLOCK)].map(([, language, text = '']): GuideStep => {
    if (language === 'bash') return { kind: 'command', words: text.trim().split(/\s+/) };
    const path = /^\/\/ (\S+)\n/.exec(text)?.[1];
    if (path === undefined) throw new Error(`A block of the guide does not name its file:\n${text}`);
    return { kind: 'file', path, text: text.slice(text.indexOf('\n') + 1) };
  });
}
