import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '@joinery/engine';
import { ROOT } from '../running/joinery.ts';

/** What anybody would write without Joinery: a generator that knows the finished files by heart. */
const FACTORY = `const files = require('./files.json');
module.exports = async (tree) => {
  for (const { path, text } of files) tree.write(path, text);
};
`;

/** Make a folder an Nx workspace with a generator that writes the files of a plan; the answer runs it. */
export function addPlainGenerator(folder: string, plan: Plan): readonly string[] {
  const files = plan.changes.flatMap((change) => (change.kind === 'delete' ? [] : [change]));
  const plain = join(folder, 'node_modules/plain-generator');
  mkdirSync(plain, { recursive: true });
  symlinkSync(join(ROOT, 'node_modules/nx'), join(folder, 'node_modules/nx'));
  symlinkSync(join(ROOT, 'node_modules/@nx'), join(folder, 'node_modules/@nx'));
  writeFileSync(join(folder, 'nx.json'), '{ "analytics": false }\n');
  const generators = { write: { factory: './factory.js', schema: './schema.json', description: 'Writes.' } };
  writeJson(join(plain, 'package.json'), {
    name: 'plain-generator',
    version: '1.0.0',
    generators: './generators.json',
  });
  writeJson(join(plain, 'generators.json'), { generators });
  writeJson(join(plain, 'schema.json'), { $id: 'write', type: 'object', properties: {} });
  writeJson(
    join(plain, 'files.json'),
    files.map(({ path, text }) => ({ path, text })),
  );
  writeFileSync(join(plain, 'factory.js'), FACTORY);
  return [join(folder, 'node_modules/nx/dist/bin/nx.js'), 'g', 'plain-generator:write'];
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, JSON.stringify(value));
}
