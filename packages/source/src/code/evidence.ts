import type { HostShape } from '@joinery/kit';

/** What one look at a value tells of it. */
export type Evidence =
  | { readonly kind: 'is'; readonly shape: HostShape }
  | {
      readonly kind: 'has';
      readonly name: string;
      readonly optional: boolean;
      readonly of: readonly Evidence[];
    }
  | { readonly kind: 'holds'; readonly of: readonly Evidence[] }
  /** It may be absent. */
  | { readonly kind: 'optional' }
  /** It is handed on as a whole. */
  | { readonly kind: 'escapes' };

/** Bring all that is told of a value together; `undefined` when nothing is. */
export function shapeFrom(evidence: readonly Evidence[]): HostShape | undefined {
  const told = evidence.flatMap((each) =>
    each.kind === 'is' && each.shape.kind !== 'unknown' ? [each.shape] : [],
  );
  const object = objectFrom(evidence);
  const exact = told.find(({ kind }) => kind === 'object');
  if (exact !== undefined) return exact;
  if (object !== undefined) return object;
  const held = evidence.flatMap((each) => (each.kind === 'holds' ? each.of : []));
  if (evidence.some(({ kind }) => kind === 'holds'))
    return told.find(isPrecise) ?? { kind: 'list', item: shapeFrom(held) ?? { kind: 'unknown' } };
  const kinds = new Set(told.map(kindOf));
  if (kinds.size === 1)
    return told.find(({ kind }) => kind === 'literals') ?? told.find(isPrecise) ?? told[0];
  return evidence.some(({ kind }) => kind !== 'optional') ? { kind: 'unknown' } : undefined;
}

function objectFrom(evidence: readonly Evidence[]): HostShape | undefined {
  const fields = new Map<string, { optional: boolean; of: readonly Evidence[] }>();
  for (const each of evidence) {
    if (each.kind !== 'has') continue;
    const known = fields.get(each.name);
    fields.set(each.name, {
      optional: each.optional || (known?.optional ?? false),
      of: [...(known?.of ?? []), ...each.of],
    });
  }
  if (fields.size === 0) return undefined;
  return {
    kind: 'object',
    open: evidence.some(({ kind }) => kind === 'escapes'),
    fields: [...fields].map(([name, { optional, of }]) => ({
      name,
      optional: optional || of.some(({ kind }) => kind === 'optional'),
      shape: shapeFrom(of) ?? { kind: 'unknown' },
    })),
  };
}

function isPrecise(shape: HostShape): boolean {
  return shape.kind !== 'list' || shape.item.kind !== 'unknown';
}

/** Literals are of the kind that they are values of; a text that is compared with some is still any text. */
function kindOf(shape: HostShape): string {
  return shape.kind === 'literals' ? typeof shape.values[0] : shape.kind;
}
