import type { CatalogEntry } from '../../packages/engine/src/resolver/request.ts';
import { type Case, generator } from './resolver-universe.ts';

/** Random 3-SAT: a variable is a feature with two versions, a clause a feature that requires one of three of them. */
export function threeSat(variables: number, clausesPerVariable: number, seed: number): Case {
  const random = generator(seed);
  const provides = Array.from({ length: 2 * variables }, (): Record<string, string> => ({}));
  const wanted: Record<string, string> = {};
  const clauses: CatalogEntry[] = [];
  for (let clause = 0; clause < Math.round(variables * clausesPerVariable); clause++) {
    const literals = new Set<number>();
    while (literals.size < 3) literals.add(Math.floor(random() * variables));
    for (const variable of literals) {
      const literal = provides[2 * variable + (random() < 0.5 ? 0 : 1)];
      if (literal !== undefined) literal[`one-of-${clause}`] = '1.0.0';
    }
    clauses.push({ name: `clause-${clause}`, version: '1.0.0', requires: { [`one-of-${clause}`]: '*' } });
    wanted[`clause-${clause}`] = '*';
  }
  const literals = provides.map((provided, index) => ({
    name: `variable-${index >> 1}`,
    version: `${1 + (index & 1)}.0.0`,
    provides: provided,
  }));
  return { universe: { features: [...literals, ...clauses] }, request: { features: wanted } };
}

/** More pigeons than holes: a version of a pigeon is the hole it sits in, alone. */
export function pigeonhole(pigeons: number, holes: number): Case {
  const features: CatalogEntry[] = [];
  const wanted: Record<string, string> = {};
  for (let pigeon = 0; pigeon < pigeons; pigeon++) {
    wanted[`pigeon-${pigeon}`] = '*';
    for (let hole = 0; hole < holes; hole++) {
      const alone = { provides: { [`hole-${hole}`]: '1.0.0' }, exclusive: [`hole-${hole}`] };
      features.push({ name: `pigeon-${pigeon}`, version: `${hole + 1}.0.0`, ...alone });
    }
  }
  return { universe: { features }, request: { features: wanted } };
}
