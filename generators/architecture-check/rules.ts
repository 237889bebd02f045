import type { Json, Profile } from '@joinery/kit';

/** The rules a service starts with: the domain knows nothing, the application the domain, and contexts have one door each. */
export function rulesFor({
  sourceRoot,
  platformFolder,
}: Pick<Profile, 'sourceRoot' | 'platformFolder'>): Json {
  const platform = platformFolder.split('/').at(-1) ?? 'platform';
  const folders = (name: string) => [name, `contexts/*/${name}`];
  return {
    root: sourceRoot === '' ? '.' : sourceRoot,
    layers: [
      { name: 'domain', folders: folders('domain'), mayImport: ['domain'], packages: [] },
      {
        name: 'application',
        folders: folders('application'),
        mayImport: ['domain', 'application', 'doors'],
      },
      {
        name: 'infrastructure',
        folders: folders('infrastructure'),
        mayImport: ['domain', 'application', 'infrastructure', 'doors', 'platform'],
      },
      {
        name: 'api',
        // Only of contexts: many services have a folder of this name that is no layer.
        folders: ['contexts/*/api'],
        mayImport: ['domain', 'application', 'api', 'doors', 'platform'],
      },
      // What lies in a context but in none of its layers: its door, which another context may use, but no domain may.
      { name: 'doors', folders: ['contexts/*'], mayImport: ['*'] },
      { name: 'platform', folders: [platform], mayImport: ['*'] },
    ],
    contexts: { folder: 'contexts', door: 'index' },
    cycles: 'forbidden',
  };
}
