import { strict as assert } from 'node:assert';
import { describe, it } from '#host/test';
import { readSettings } from './settings.ts';

function read(source: Readonly<Record<string, string>>) {
  const warnings: string[] = [];
  return { settings: readSettings(source, (message) => warnings.push(message)), warnings };
}

describe('settings of telemetry', () => {
  it('are what the environment says', () => {
    const { settings, warnings } = read({
      OTEL_METRICS_EXPORTER: 'otlp, prometheus',
      OTEL_BSP_MAX_QUEUE_SIZE: '4096',
      OTEL_TRACES_SAMPLER_ARG: '0.25',
      OTEL_SDK_DISABLED: 'TRUE',
      OTEL_LOG_LEVEL: '',
    });
    const exporters = settings.choices('OTEL_METRICS_EXPORTER', ['prometheus', 'otlp'], []);
    assert.deepEqual(exporters, ['prometheus', 'otlp']);
    assert.equal(settings.integer('OTEL_BSP_MAX_QUEUE_SIZE', 2_048, 1), 4_096);
    assert.equal(settings.ratio('OTEL_TRACES_SAMPLER_ARG', 0.01), 0.25);
    assert.equal(settings.flag('OTEL_SDK_DISABLED'), true);
    assert.equal(settings.choice('OTEL_LOG_LEVEL', ['warn', 'info'], 'warn'), 'warn');
    assert.deepEqual(warnings, []);
  });

  it('fall back with one warning where they make no sense', () => {
    const { settings, warnings } = read({
      OTEL_METRICS_EXPORTER: 'carrier-pigeon',
      OTEL_BSP_MAX_QUEUE_SIZE: '-1',
      OTEL_TRACES_SAMPLER_ARG: '7',
      OTEL_SDK_DISABLED: 'perhaps',
    });
    const exporter = () => settings.choice('OTEL_METRICS_EXPORTER', ['prometheus', 'otlp'], 'otlp');
    assert.deepEqual([exporter(), exporter()], ['otlp', 'otlp']);
    assert.equal(settings.integer('OTEL_BSP_MAX_QUEUE_SIZE', 2_048, 1), 2_048);
    assert.equal(settings.ratio('OTEL_TRACES_SAMPLER_ARG', 0.01), 0.01);
    assert.equal(settings.flag('OTEL_SDK_DISABLED'), false);
    assert.deepEqual(warnings, [
      'OTEL_METRICS_EXPORTER is not one of prometheus, otlp; otlp is used instead',
      'OTEL_BSP_MAX_QUEUE_SIZE is not a whole number from 1 up; 2048 is used instead',
      'OTEL_TRACES_SAMPLER_ARG is not a number from 0 to 1; 0.01 is used instead',
      'OTEL_SDK_DISABLED is not one of true, false; false is used instead',
    ]);
  });
});
