import { dependencyByHost } from './library-line.ts';
import type { Profile } from './profile.ts';

const lines = { esm: '^4', esmNode: 22, commonjs: '^3.2.1' };

function of(host: { module: 'esm' | 'commonjs'; node: string; runner?: 'jest' | 'vitest' }) {
  const profile: Pick<Profile, 'moduleSystem' | 'node' | 'tests'> = {
    moduleSystem: { value: host.module, evidence: 'package.json#type' },
    node: { value: host.node, evidence: 'package.json#engines' },
    tests: { suffix: 'test', ...(host.runner === undefined ? {} : { runner: host.runner }) },
  };
  return dependencyByHost('cockatiel', lines, profile);
}

test.each([
  [{ module: 'esm', node: '22.13.0', runner: 'vitest' }, '^4', undefined],
  [{ module: 'esm', node: '24.0.0' }, '^4', undefined],
  [{ module: 'esm', node: '22.13.0', runner: 'jest' }, '^3.2.1', /tests run in Jest/],
  [{ module: 'commonjs', node: '24.0.0' }, '^3.2.1', /CommonJS \(package\.json#type\)/],
  [{ module: 'esm', node: '20.19.0' }, '^3.2.1', /Node\.js 20\.19\.0 \(package\.json#engines\)/],
] as const)('%p gets %s, and is told why', (host, range, reason) => {
  const [package_, told] = of(host);
  expect(package_).toMatchObject({ name: 'cockatiel', range, accepts: '^3.2.1 || ^4' });
  expect(told?.kind === 'note' ? told.text : undefined).toEqual(
    reason === undefined ? undefined : expect.stringMatching(reason),
  );
});
