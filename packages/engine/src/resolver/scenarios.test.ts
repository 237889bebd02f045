import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { CatalogEntry, ResolveRequest } from './request.ts';
import type { Resolution } from './resolution.ts';
import { resolve } from './resolve.ts';

/** A scenario: what there is, what is asked for, and what must come of it. Only what is written is compared. */
interface Scenario {
  readonly catalog: Readonly<
    Record<string, Readonly<Record<string, Omit<CatalogEntry, 'name' | 'version'>> | null>>
  >;
  readonly request: ResolveRequest;
  readonly expect: Expected;
}

interface Expected {
  readonly versions?: Readonly<Record<string, string>>;
  readonly providers?: Readonly<Record<string, readonly string[]>>;
  readonly because?: Readonly<Record<string, string>>;
  readonly cycles?: readonly (readonly string[])[];
  readonly explanation?: readonly string[];
  readonly fixes?: readonly string[];
  readonly commands?: readonly string[];
  readonly consequences?: readonly string[];
}

const folder = join(__dirname, 'scenarios');

test.each(readdirSync(folder))('%s', (file) => {
  const scenario = parse(readFileSync(join(folder, file), 'utf8')) as Scenario;
  const features = Object.entries(scenario.catalog).flatMap(([name, versions]) =>
    Object.entries(versions ?? {}).map(([version, rest]) => ({ ...rest, name, version })),
  );
  const resolution = resolve({ features }, scenario.request);
  expect(summary(resolution)).toMatchObject(scenario.expect);
});

function summary(resolution: Resolution): Expected {
  if (resolution.status === 'resolved') return resolution;
  const { explanation, fixes } = resolution;
  return {
    explanation,
    fixes: fixes.map(({ change }) => change),
    commands: fixes.map(({ command }) => command),
    consequences: fixes.map(({ consequence }) => consequence),
  };
}
