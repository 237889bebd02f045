import { atLeast, code, contribute, definePlan, from, template } from '@joinery/kit';
import { dependencies } from './dependencies.ts';
import { losses } from './losses.ts';
import { OWN_SETTINGS } from './own-settings.ts';
import { settingsPage } from './settings-page.ts';

const env = from('env', '#host/config/env');

export default definePlan({
  statements: ({ host, tier, has }) => [
    ...['diagnostics', 'export-counts', 'exports', 'resource', 'settings', 'telemetry'].map((name) =>
      template(`telemetry/${name}.ts`, `telemetry/${name}.ts`),
    ),
    // From here on metrics and traces tell what the service asks of others.
    ...(atLeast(tier, 'intermediate')
      ? [template('telemetry/outgoing-requests.ts', 'telemetry/outgoing-requests.ts')]
      : []),
    template('telemetry/settings.check.ts', `telemetry/settings.${host.tests.suffix}.ts`),
    ...['@opentelemetry/api', '@opentelemetry/resources'].map((name) =>
      contribute('telemetry.packages', { name }),
    ),
    ...OWN_SETTINGS.map((setting) => contribute('telemetry.settings', setting)),
    contribute('env.variables', {
      name: 'OTEL_SERVICE_NAME',
      type: 'string',
      default: host.service.name,
      description: 'The name that tells the telemetry of this service from that of others.',
    }),
    ...losses({ tier, has }),
    contribute('platform.instances', {
      name: 'telemetry',
      value: code`${from('createTelemetry', '#host/telemetry/telemetry')}({
  serviceName: ${env}.OTEL_SERVICE_NAME,
  environment: ${env}.NODE_ENV,
})`,
    }),
  ],
  slots: {
    'telemetry.packages': (asked, { host }) => dependencies(asked, host),
    'telemetry.settings': (settings) => [settingsPage(settings)],
  },
});
