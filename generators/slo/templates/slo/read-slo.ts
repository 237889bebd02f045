import { checkBound } from './bucket-bounds.ts';
import { checkObjective } from './check-objective.ts';
import type { ReadForm, ReadSlo } from './read-form.ts';
import { readObjective } from './read-objective.ts';
import { isOpenSlo, readOpenSlo } from './read-open-slo.ts';
import { isData, listOf, textOf } from './record.ts';
import { unknownKeys } from './unknown-keys.ts';

const KEYS = ['service', 'owner', 'objectives'];

/**
 * Read slo.yaml: one document of its own form, or any number of OpenSLO v1. `documents` is what its YAML holds;
 * `service` stands in where it names none. `bounds` are those of the buckets, where they are given.
 */
export function readSlo(
  documents: readonly unknown[],
  service: string,
  bounds?: readonly number[],
): ReadSlo {
  const openSlo = isOpenSlo(documents);
  const read = openSlo ? readOpenSlo(documents, service) : readOwn(documents, service);
  const names = read.slo.objectives.map(({ name }) => name);
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  const checked = read.slo.objectives.map((objective, index) =>
    checkObjective(objective, read.places[index] ?? ''),
  );
  return {
    slo: read.slo,
    faults: [
      ...read.faults,
      ...repeated.map((name) => ({
        place: 'slo.yaml',
        text: `two objectives are named \`${name}\``,
      })),
      ...checked.flatMap(({ faults }) => faults),
      ...read.slo.objectives.flatMap(({ indicator }, index) => {
        const place = `${read.places[index]}.${openSlo ? 'indicator' : 'latency.threshold'}`;
        return bounds === undefined ? [] : checkBound(indicator, bounds, place);
      }),
    ],
    warnings: [...read.warnings, ...checked.flatMap(({ warnings }) => warnings)],
  };
}

function readOwn(documents: readonly unknown[], fallback: string): ReadForm {
  const [document] = documents;
  const root = 'slo.yaml';
  if (documents.length !== 1 || !isData(document)) {
    return {
      ...nothing(fallback),
      faults: [{ place: root, text: 'it is no mapping with `objectives`' }],
    };
  }
  const service = textOf(document.service) ?? fallback;
  const owner = textOf(document.owner);
  const entries = listOf(document.objectives);
  const places = entries.map((_, index) => `${root}#objectives[${index}]`);
  const read = entries.map((entry, index) => readObjective(entry, places[index] ?? root, service));
  const none =
    entries.length === 0 ? [{ place: `${root}#objectives`, text: 'it names no objective' }] : [];
  const usable = read.flatMap(({ objectives }, index) =>
    objectives.map((objective) => ({ objective, place: places[index] ?? root })),
  );
  return {
    slo: {
      service,
      ...(owner === undefined ? {} : { owner }),
      objectives: usable.map(({ objective }) => objective),
    },
    places: usable.map(({ place }) => place),
    faults: [
      ...unknownKeys(document, KEYS, root),
      ...none,
      ...read.flatMap(({ faults }) => faults),
    ],
    warnings: read.flatMap(({ warnings }) => warnings),
  };
}

function nothing(service: string): ReadForm {
  return { slo: { service, objectives: [] }, places: [], faults: [], warnings: [] };
}
