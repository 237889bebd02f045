import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The templates of a feature: path inside the folder → text. A text is read when it is first asked for, so that a
 * feature with templates for six frameworks costs only those of one.
 */
export function readTemplates(folder: string): Readonly<Record<string, string>> {
  const templates: Record<string, string> = {};
  if (!existsSync(folder)) return templates;
  for (const path of filesIn(folder, '')) {
    Object.defineProperty(templates, path, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = readFileSync(join(folder, path), 'utf8');
        Object.defineProperty(templates, path, { enumerable: true, value });
        return value;
      },
    });
  }
  return templates;
}

function filesIn(folder: string, prefix: string): readonly string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${prefix}${entry.name}`;
      return entry.isDirectory() ? filesIn(folder, `${path}/`) : [path];
    });
}
