import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');

function packageJson(folder: string) {
  const text = readFileSync(join(root, folder, 'package.json'), 'utf8');
  return JSON.parse(text) as {
    readonly name: string;
    readonly version: string;
    readonly private?: boolean;
    readonly keywords?: readonly string[];
    readonly dependencies?: Readonly<Record<string, string>>;
  };
}

/** Who runs `npx joinery` has every first-party feature at hand: they are what the command depends on, and all it does. */
test('the published command depends on every feature of this repository and on nothing else', () => {
  const features = readdirSync(join(root, 'generators'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => packageJson(`generators/${name}`))
    .filter((one) => one.private !== true && one.keywords?.includes('joinery-feature') === true);
  const wanted = Object.fromEntries(features.map(({ name, version }) => [name, `^${version}`]));
  expect(packageJson('packages/cli').dependencies).toEqual(wanted);
});
