import type { Range } from './manifest.ts';
import type { Profile } from './profile.ts';
import { dependency, note, type Statement } from './statement.ts';

/** Two lines of one library: the newer one consists of ES modules only. */
export interface LibraryLines {
  readonly esm: Range;
  /** The lowest major version of Node.js that the newer line runs on. */
  readonly esmNode: number;
  readonly commonjs: Range;
}

type Host = Pick<Profile, 'moduleSystem' | 'node' | 'tests'>;

/**
 * Require a library in the line that the host can load, and say why. CommonJS cannot `require` ES modules on every Node.js
 * version, compilers object to it, and Jest cannot load them at all. A line that the host has already stays.
 */
export function dependencyByHost(name: string, lines: LibraryLines, host: Host): readonly Statement[] {
  const obstacle = obstacleTo(lines, host);
  const range = obstacle === undefined ? lines.esm : lines.commonjs;
  return [
    { ...dependency(name, range), accepts: `${lines.commonjs} || ${lines.esm}` },
    ...(obstacle === undefined
      ? []
      : [
          note(
            `\`${name}\` is taken in its line ${range}, because ${obstacle}; ${lines.esm} is ES modules only.`,
          ),
        ]),
  ];
}

function obstacleTo({ esmNode }: LibraryLines, { moduleSystem, node, tests }: Host): string | undefined {
  if (moduleSystem.value === 'commonjs') return `this service is CommonJS (${moduleSystem.evidence})`;
  if (tests.runner === 'jest') return 'its tests run in Jest, which cannot load ES modules from packages';
  const floor = Number(node.value.split('.')[0]);
  return floor < esmNode ? `it promises to run on Node.js ${node.value} (${node.evidence})` : undefined;
}
