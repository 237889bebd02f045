/** What docs/errors.md says of one error. */
export interface Explanation {
  readonly id: string;
  /** The heading it stands under. */
  readonly topic: string;
  readonly exitCode: number;
  /** The cause and the way out. */
  readonly meaning: string;
  /** A case and what is done about it. */
  readonly example?: string;
}

const ROW = /^\| `([a-z-]+)` \| (\d+) \| (.*) \|$/;

/** Read the page of errors: a table under each heading, and examples under headings that are ids. */
export function readExplanations(page: string): readonly Explanation[] {
  const examples = examplesIn(page);
  let topic = '';
  return page.split('\n').flatMap((line) => {
    topic = /^## (.+)$/.exec(line)?.[1] ?? topic;
    const [, id, code, text] = ROW.exec(line) ?? [];
    if (id === undefined || text === undefined) return [];
    const example = examples.get(id);
    const found = { id, topic, exitCode: Number(code), meaning: plainText(text) };
    return [example === undefined ? found : { ...found, example }];
  });
}

/** Id → the text below its heading, fences taken away. */
function examplesIn(page: string): ReadonlyMap<string, string> {
  const sections = page.split(/^### /m).slice(1);
  return new Map(
    sections.flatMap((section) => {
      const id = /^`([a-z-]+)`\n/.exec(section)?.[1];
      const text = section.slice(section.indexOf('\n')).split(/^## /m)[0] ?? '';
      return id === undefined ? [] : [[id, plainText(text.replace(/^```.*\n/gm, '').trim())] as const];
    }),
  );
}

/** Links become their words: a terminal cannot follow them. */
function plainText(text: string): string {
  return text.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1');
}
