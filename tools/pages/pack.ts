import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../running/joinery.ts';
import { runOrThrow } from '../running/run-command.ts';

/** Pack every package that is published, as npm would, and return the tarballs. */
export async function packWorkspaces(folder: string): Promise<readonly string[]> {
  const workspaces = ['packages', 'generators']
    .flatMap((group) => readdirSync(join(ROOT, group)).map((name) => `${group}/${name}`))
    .filter(isPublished);
  const flags = workspaces.flatMap((workspace) => ['-w', workspace]);
  await runOrThrow(['npm', 'pack', '--silent', '--pack-destination', folder, ...flags], { cwd: ROOT });
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tgz'))
    .map((name) => join(folder, name));
}

function isPublished(workspace: string): boolean {
  if (!existsSync(join(ROOT, workspace, 'package.json'))) return false;
  const { private: isPrivate }: { readonly private?: boolean } = JSON.parse(
    readFileSync(join(ROOT, workspace, 'package.json'), 'utf8'),
  );
  return isPrivate !== true;
}
