import { type DashboardPanel, dashboardUid, type Json, slug } from '@joinery/kit';
import { layOut } from './layout.ts';
import { DATASOURCE, type Dashboard } from './model.ts';
import { variables } from './variables.ts';

export interface DashboardRequest {
  readonly service: string;
  /** The last part of its identifier and its file's name. */
  readonly name: NonNullable<DashboardPanel['dashboards']>[number];
  /** `on call` */
  readonly title: string;
  readonly description: string;
  /** In their order. */
  readonly rows: readonly string[];
  readonly panels: readonly DashboardPanel[];
  /** What time it shows: `now-6h`. */
  readonly from: string;
  readonly links: readonly Json[];
  /** Whether a line marks each version that is new. */
  readonly deployments: boolean;
}

/** Put a dashboard together. People copy it to change it; the file is where it is kept. */
export function dashboard(request: DashboardRequest): Dashboard {
  const { service } = request;
  return {
    uid: dashboardUid(service, request.name),
    title: `${service}: ${request.title}`,
    description: request.description,
    tags: [slug(service)],
    editable: false,
    graphTooltip: 1,
    schemaVersion: 39,
    refresh: '30s',
    time: { from: request.from, to: 'now' },
    timezone: '',
    links: [siblings(service), ...request.links],
    annotations: { list: request.deployments ? [starts(), deployments()] : [starts()] },
    templating: variables(
      request.name === 'fleet' ? undefined : service,
      request.panels.some(({ kind }) => kind === 'logs'),
    ),
    panels: layOut(request.rows, request.panels),
  };
}

/** The service's other dashboards, found by their tag. */
function siblings(service: string): Json {
  return {
    type: 'dashboards',
    title: 'Dashboards of the service',
    tags: [slug(service)],
    asDropdown: true,
    includeVars: true,
    keepTime: true,
    targetBlank: false,
  };
}

/** A line where a version is seen that was not there five minutes before. */
function deployments(): Json {
  const versions = 'count by (job, service_version) (target_info{job=~"$job", instance=~"$instance"})';
  return {
    name: 'Deployments',
    datasource: DATASOURCE,
    enable: true,
    iconColor: 'purple',
    expr: `${versions} unless ${versions.replace('})', '} offset 5m)')}`,
    step: '60s',
    titleFormat: 'Deployed',
    textFormat: '{{job}} {{service_version}}',
  };
}

/** A line where an instance started: most changes come from a deployment. */
function starts(): Json {
  return {
    name: 'Starts',
    datasource: DATASOURCE,
    enable: true,
    iconColor: 'blue',
    expr: 'process_uptime_seconds{job=~"$job", instance=~"$instance"} < 60',
    step: '60s',
    titleFormat: 'Started',
    textFormat: '{{instance}}',
  };
}
