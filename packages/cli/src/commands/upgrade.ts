import { readRequest } from '@joinery/door';
import { type Decided, decide, EXIT, type ExitCode } from '@joinery/engine';
import { prerelease, rcompare } from 'semver';
import { answerJson, answerNoPlan } from '../program/answer.ts';
import { type ApplyOptions, askedOf, placesOf, serviceOf } from '../program/options.ts';
import type { World } from '../program/world.ts';
import { change } from './change.ts';

export interface UpgradeOptions extends ApplyOptions {
  readonly check?: boolean;
}

/** Every feature, or the named ones. */
type UpgradeWords = { readonly latest: true } | { readonly upgrade: readonly string[] };

/** `joinery upgrade`: bring features to the newest versions that fit; people's edits are merged three ways. */
export async function upgrade(
  features: readonly string[],
  options: UpgradeOptions,
  world: World,
): Promise<ExitCode> {
  const words: UpgradeWords = features.length === 0 ? { latest: true } : { upgrade: features };
  if (options.check === true) return check(words, options, world);
  return change({ ...words, label: ['upgrade', ...features].join(' ') }, options, world);
}

/** What `joinery upgrade --check --json` says of one feature. */
interface Upgrade {
  readonly feature: string;
  readonly from: string;
  readonly to: string;
}

/** Nothing is planned, so neither the sources nor the packages of the features are read. */
async function check(words: UpgradeWords, options: UpgradeOptions, world: World): Promise<ExitCode> {
  const json = options.json === true;
  const { tree, catalog } = world.open(serviceOf(world, options), placesOf(world, options));
  const decided = await decide(readRequest(askedOf(options, words)), { tree, catalog });
  const { resolution, request, asked, before } = decided;
  if (resolution.status === 'unsolvable') {
    const unsolved = { request, asked, wanted: Object.keys(before.features) };
    return answerNoPlan({ kind: 'unsolvable', resolution, unsolved }, json, world.terminal);
  }
  const fits = changesOf(decided, (name) => resolution.versions[name]);
  const beyond = changesOf(decided, (name) => newestOf(name, decided)).filter(
    ({ feature, to }) => resolution.versions[feature] !== to,
  );
  if (json) answerJson({ kind: 'upgrades', schema: 1, fits, beyond }, world.terminal);
  else world.terminal.out(checkText(fits, beyond, world));
  return fits.length === 0 ? EXIT.done : EXIT.pending;
}

function changesOf({ lock }: Decided, target: (name: string) => string | undefined): readonly Upgrade[] {
  return Object.entries(lock.features).flatMap(([feature, { version }]) => {
    const to = target(feature);
    return to === undefined || to === version ? [] : [{ feature, from: version, to }];
  });
}

/** Whatever joinery.json allows: a newer version outside its range is worth a word. */
function newestOf(name: string, { universe }: Decided): string | undefined {
  const versions = universe.features.filter((entry) => entry.name === name).map(({ version }) => version);
  return versions.filter((version) => prerelease(version) === null).sort(rcompare)[0];
}

function checkText(
  fits: readonly Upgrade[],
  beyond: readonly Upgrade[],
  { terminal: { paint } }: World,
): string {
  const line = ({ feature, from, to }: Upgrade) => `  ${paint.bold(feature)}  ${from} → ${to}`;
  const newer = ['Newer versions fit; `joinery upgrade` brings the service to them:', ...fits.map(line)];
  const outside = [
    'Not allowed by joinery.json or by what is installed with them; `joinery upgrade <feature>@<range>` asks for one:',
    ...beyond.map(line),
  ];
  const parts = [
    ...(fits.length === 0 ? ['Every feature is at the newest version that fits.'] : [newer.join('\n')]),
    ...(beyond.length === 0 ? [] : [outside.join('\n')]),
  ];
  return `${parts.join('\n\n')}\n`;
}
