import {
  atLeast,
  type Contributed,
  type DashboardPanel,
  type DocumentStatement,
  definePlan,
  document,
  json,
  type PlanContext,
} from '@joinery/kit';
import { dashboard } from './grafana/dashboard.ts';
import { links } from './links.ts';
import type { Options } from './options.ts';
import { inReadingOrder, ownPanels } from './own/panels.ts';
import { provisioning } from './provisioning.ts';
import { repeatedNames } from './repeated-names.ts';
import { ROLES, ROWS, type Role } from './roles.ts';

export default definePlan<Options>({
  statements: (context) => [
    ...ownPanels(context),
    ...provisioning({
      folder: context.options.folder,
      traces: hasTraces(context),
      logs: context.options.logs !== '' && atLeast(context.tier, 'advanced'),
    }),
  ],
  slots: {
    'dashboards.panels': (contributed, context) => {
      const panels = contributed.filter(({ tier = 'basic' }) => atLeast(context.tier, tier));
      return [
        ...repeatedNames(panels),
        ...ROLES.filter(({ tier }) => atLeast(context.tier, tier)).flatMap((role) =>
          draw(role, panels, context),
        ),
      ];
    },
  },
});

/** A role's dashboard; none where nothing was contributed for it. */
function draw(
  role: Role,
  panels: readonly Contributed<'dashboards.panels'>[],
  { host, tier, options, has }: PlanContext<Options>,
): readonly DocumentStatement[] {
  const service = host.service.name;
  const shown = panels.filter(({ dashboards = ['service'] }) => dashboards.includes(role.name));
  if (shown.length === 0) return [];
  const drawn = dashboard({
    ...role,
    service,
    panels: inReadingOrder(shown).map(({ exemplars = false, ...panel }) => ({
      ...panel,
      exemplars: exemplars && atLeast(tier, 'enterprise') && has('tracing'),
    })),
    rows: rowsOf(shown),
    deployments: atLeast(tier, 'advanced'),
    links: links(options.runbooks, hasTraces({ has }), service),
  });
  return [document(`observability/grafana/dashboards/${role.name}.json`, json(drawn))];
}

function rowsOf(panels: readonly DashboardPanel[]): readonly string[] {
  const others = [...new Set(panels.map(({ row }) => row))].filter((row) => !ROWS.includes(row)).sort();
  return [...ROWS, ...others];
}

/** The stack keeps traces, also those that people make without the feature. */
function hasTraces({ has }: Pick<PlanContext<Options>, 'has'>): boolean {
  return has('tracing') || has('observability-stack');
}
