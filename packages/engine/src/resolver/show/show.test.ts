import type { Universe } from '../request.ts';
import { resolve } from '../resolve.ts';
import { renderGraph } from './render-graph.ts';
import { why } from './why.ts';

const universe: Universe = {
  features: [
    { name: 'slo', version: '1.0.0', requires: { metrics: '^1', 'http.health': '^1' } },
    { name: 'dashboards', version: '2.0.0', requires: { metrics: '>=1 <2' } },
    { name: 'metrics', version: '1.2.0', requires: { 'http.health': '*' } },
    { name: 'health', version: '3.0.0', provides: { 'http.health': '1.0.0' } },
  ],
};

const chosen = resolve(universe, { features: { slo: '*', dashboards: '*' } });
const conflict = resolve(universe, { features: { slo: '*' }, exclude: ['metrics'] });

test('the text is a tree', () => {
  expect(renderGraph(chosen, 'text')).toBe(`dashboards 2.0.0
└── metrics 1.2.0 (>=1 <2)
    └── health 3.0.0 (http.health *)
slo 1.0.0
├── health 3.0.0 (http.health ^1)
└── metrics 1.2.0 (^1, see above)
`);
});

test('mermaid and dot name nodes by number and escape what they must', () => {
  expect(renderGraph(chosen, 'mermaid')).toContain('  n0 -->|">=1 #lt;2"| n2\n');
  expect(renderGraph(chosen, 'dot')).toContain('  n0 [label="dashboards 2.0.0"];\n');
  expect(renderGraph(conflict, 'dot')).toContain('  n0 -> n2;\n');
});

test('json is the same graph as data', () => {
  expect(JSON.parse(renderGraph(chosen, 'json'))).toMatchObject({
    nodes: [{ id: 0, label: 'dashboards 2.0.0' }, {}, {}, {}],
    edges: [{ from: 0, to: 2, label: '>=1 <2' }, {}, {}, {}],
  });
});

test('why tells the way from the request, and who else needs it', () => {
  expect(why(chosen, 'health')).toEqual([
    '`health` 3.0.0 was chosen.',
    'You asked for `slo`.',
    '`slo` 1.0.0 requires `http.health ^1`; `health` is the only feature that provides it.',
    '`metrics` 1.2.0 requires `http.health` too.',
  ]);
  expect(why(chosen, 'slo')).toEqual(['`slo` 1.0.0 was chosen.', 'You asked for `slo`.']);
});

test('why not', () => {
  expect(why(chosen, 'metrcs')).toEqual([
    '`metrcs` was not chosen: nothing that was asked for needs it.',
    'Did you mean `metrics`?',
  ]);
  expect(why(conflict, 'slo')[0]).toBe(
    'Nothing was chosen, because what was asked for does not fit together.',
  );
});
