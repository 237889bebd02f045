/** What is tried together on a service: commands of Joinery, one after the other, without the service's folder. */
export interface Family {
  readonly name: string;
  readonly steps: readonly (readonly string[])[];
  /** Whether the service can start with it as it is, without a database of its own. */
  readonly boots: boolean;
}

const OPERATIONS = [
  'config-env',
  'graceful-shutdown',
  'request-context',
  'problem-errors',
  'input-validation',
  'resilience',
  'health',
  'metrics',
  'logging',
  'tracing',
  'alerts',
  'dashboards',
  'slo',
  'api-openapi',
];

const DOMAIN = [
  'ddd-core',
  'ddd-aggregate',
  'ddd-repository',
  'ddd-cqrs',
  'architecture-check',
  'storage-postgres',
  'event-store',
  'outbox',
];

export const FAMILIES: readonly Family[] = [
  { name: 'basic', steps: [['add', '--tier', 'basic']], boots: true },
  { name: 'operations', steps: [['add', ...OPERATIONS, '--tier', 'intermediate']], boots: true },
  {
    name: 'domain',
    steps: [
      ['add', ...DOMAIN, '--tier', 'advanced'],
      ['generate', 'ddd-aggregate', 'Invoice', '--fields', 'total:Money,status:enum(open|paid)'],
    ],
    boots: false,
  },
];

/** The families that are named; other words are features, tried together at a tier. */
export function familiesOf(
  names: string | undefined,
  features: string | undefined,
  tier: string,
): readonly Family[] {
  const known = names?.split(',') ?? (features === undefined ? FAMILIES.map(({ name }) => name) : []);
  const asked = FAMILIES.filter(({ name }) => known.includes(name));
  if (asked.length < known.length)
    throw new RangeError(`families are ${FAMILIES.map(({ name }) => name).join(', ')}`);
  if (features === undefined) return asked;
  return [
    ...asked,
    { name: features, steps: [['add', ...features.split(','), '--tier', tier]], boots: true },
  ];
}
