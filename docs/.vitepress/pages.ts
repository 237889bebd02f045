import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const docs = join(import.meta.dirname, '..');

/** An entry of the sidebar. */
export interface PageLink {
  readonly text: string;
  readonly link: string;
}

/** Every page of a folder of the documentation, by its own title; sorted by file name. */
export function pagesIn(folder: string): PageLink[] {
  if (!existsSync(join(docs, folder))) return [];
  return readdirSync(join(docs, folder))
    .filter((name) => name.endsWith('.md') && !name.startsWith('['))
    .sort()
    .map((name) => page(join(folder, name)));
}

/** One page, by its own title. */
export function page(path: string): PageLink {
  const text = readFileSync(join(docs, path), 'utf8');
  const included = /^<!--@include: (.+?)-->/.exec(text)?.[1];
  if (included !== undefined) return { ...page(included), link: `/${path.replace(/\.md$/, '')}` };
  const title = /^# (.+)$/m.exec(text)?.[1] ?? path;
  return { text: title.replaceAll('`', ''), link: `/${path.replace(/(?:index)?\.md$/, '')}` };
}
