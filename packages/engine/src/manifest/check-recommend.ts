import type { Manifest } from '@joinery/kit';
import { FRAMEWORKS } from '@joinery/kit';
import { readExpression } from '../recommend/expression/read-expression.ts';
import { SIGNALS } from '../recommend/signals/signals.ts';
import type { Finding } from './finding.ts';

const KNOWN = { signal: Object.keys(SIGNALS), framework: FRAMEWORKS };

/** Every `when` of a manifest that is no expression. */
export function checkRecommend(manifest: Manifest): readonly Finding[] {
  return (manifest.recommend ?? []).flatMap(({ when }, index): readonly Finding[] => {
    const read = readExpression(when, KNOWN);
    const path = ['joinery', 'recommend', index, 'when'];
    return read.kind === 'fault' ? [{ kind: 'bad-expression', path, value: when, reason: read.reason }] : [];
  });
}
