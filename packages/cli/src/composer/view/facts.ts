import type { Profile } from '@joinery/kit';

/** One thing found in a service. */
export interface ShownFact {
  readonly label: string;
  readonly value: string;
  readonly evidence?: string;
}

/** What was found, most telling first. */
export function shownFacts(host: Profile): readonly ShownFact[] {
  const { framework, entry, moduleSystem, node, packageManager, typescript, tests, signalHandlers } = host;
  const version = framework?.value.version === '0.0.0' ? '' : ` ${framework?.value.version}`;
  const [handler] = signalHandlers;
  return [
    ...(framework === undefined
      ? []
      : [{ label: 'framework', value: `${framework.value.name}${version}`, evidence: framework.evidence }]),
    ...(entry === undefined ? [] : [{ label: 'entry', value: entry.value, evidence: entry.evidence }]),
    {
      label: 'modules',
      value: moduleSystem.value === 'esm' ? 'ES modules' : 'CommonJS',
      evidence: moduleSystem.evidence,
    },
    { label: 'Node.js', value: `Node.js ${node.value} or later`, evidence: node.evidence },
    { label: 'packages', value: packageManager.value, evidence: packageManager.evidence },
    ...(typescript === undefined
      ? []
      : [{ label: 'TypeScript', value: `TypeScript ${typescript.value}`, evidence: typescript.evidence }]),
    { label: 'tests', value: tests.runner === undefined ? 'no test runner' : `tests by ${tests.runner}` },
    ...(handler === undefined ? [] : [{ label: 'signals', value: 'handles signals', evidence: handler }]),
  ];
}
