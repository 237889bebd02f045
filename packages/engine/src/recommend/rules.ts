import type { CatalogFeature } from '../compose/catalog.ts';
import { evaluate } from './evaluate.ts';
import type { Evidence } from './evidence.ts';
import { readExpression } from './expression/read-expression.ts';
import type { Facts } from './facts.ts';

/** A rule of a feature's manifest that holds in a service. */
export interface HeldRule {
  readonly evidence: readonly Evidence[];
  readonly because: string;
}

/** The first rule of a feature that holds; a rule that cannot be read never does. */
export function heldRule({ manifest }: CatalogFeature, facts: Facts): HeldRule | undefined {
  for (const { when, because } of manifest.recommend ?? []) {
    const read = readExpression(when, {});
    const evidence = read.kind === 'fault' ? undefined : evaluate(read.expression, facts, true);
    if (evidence !== undefined) return { evidence, because };
  }
  return undefined;
}
