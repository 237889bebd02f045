/**
 * Where a link of the repository's Markdown leads on the site. The pages are written for the repository, so that they can be
 * read there, too: `../generators/health/README.md` is `/features/health` here.
 */
export function siteLink(href: string): string {
  const [path = '', anchor] = href.split('#', 2);
  const found = RULES.find(([pattern]) => pattern.test(path));
  if (found === undefined) return href;
  return path.replace(found[0], found[1]) + (anchor === undefined ? '' : `#${anchor}`);
}

const RULES: readonly (readonly [from: RegExp, to: string])[] = [
  [/^(?:\.\.\/)*generators\/([\w-]+)(?:\/README\.md|\/)?$/, '/features/$1'],
  [/^\.\.\/([\w-]+)\/README\.md$/, '/features/$1'],
  [/^(?:\.\.\/)*README\.md$/, '/features/'],
  [/^(?:\.\.\/)+GLOSSARY\.md$/, '/glossary'],
  [/^(?:\.\.\/)+ARCHITECTURE\.md$/, '/architecture'],
  [/^(?:\.\.\/)+CHANGELOG\.md$/, '/changes'],
  [/^(?:\.\.\/)+docs\/(.+?)\.md$/, '/$1'],
  [/^docs\/(.+?)(?:\.md)?$/, '/$1'],
];
