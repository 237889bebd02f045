import {
  contribute,
  definePlan,
  devDependency,
  document,
  note,
  type Profile,
  refuse,
  renderedDocument,
  type Statement,
  script,
  startDocument,
  template,
  text,
  textTemplate,
} from '@joinery/kit';
import { defaultSlo } from './default-slo.ts';
import type { Options } from './options.ts';
import { panels } from './panels.ts';
import { settingsFile, settingsOf } from './settings.ts';
import { type SloFiles, sloFiles } from './templates/slo/slo-files.ts';

const SLO = 'slo.yaml';

/** The same code renders here and in the host, so both give the same bytes. */
const RENDERER = [
  'bucket-bounds',
  'burn-alerts',
  'burn-windows',
  'check-objective',
  'exact',
  'month-recordings',
  'objective',
  'open-slo',
  'print-yaml',
  'read-form',
  'read-indicator',
  'read-objective',
  'read-open-slo',
  'read-period',
  'read-slo',
  'record',
  'recordings',
  'render-slo',
  'rules',
  'rules-test',
  'sample-series',
  'selector',
  'settings-type',
  'slo-files',
  'spread',
  'unknown-keys',
];

const RUNBOOKS = ['slo-error-budget-burn', 'slo-error-budget-exhausted', 'slo-metric-absent'];

export default definePlan<Options>({
  reads: [SLO],
  statements: (context) => {
    const { host, parsed } = context;
    const Service = host.service.name;
    const settings = settingsOf(context);
    return [
      startDocument(SLO, textTemplate(SLO, { Service })),
      startDocument('docs/error-budget-policy.md', textTemplate('error-budget-policy.md', { Service })),
      ...RUNBOOKS.map((name) =>
        document(`docs/runbooks/${name}.md`, textTemplate(`runbooks/${name}.md`, { Service })),
      ),
      ...rendered(sloFiles(parsed[SLO] ?? defaultSlo(Service), settings)),
      ...RENDERER.map((name) => template(`slo/${name}.ts`, `slo/${name}.ts`)),
      settingsFile(settings),
      ...command(host),
      ...panels(),
    ];
  },
});

function rendered({ files, faults, warnings, bounds }: SloFiles): readonly Statement[] {
  return [
    ...files.map((file) => renderedDocument(file.path, text(file.text))),
    ...bounds.map((seconds) => contribute('metrics.boundaries', { name: `${seconds}`, seconds })),
    ...warnings.map(({ place, text: what }) => note(`${place}: ${what}.`)),
    ...(faults.length === 0
      ? []
      : [
          refuse(
            `the objectives cannot be used: ${faults.map(({ text: what }) => what).join('; ')}.`,
            `Correct ${SLO}, then run the command again.`,
            faults.map(({ place }) => place),
          ),
        ]),
  ];
}

/** In a workspace with one package.json for all, a script would not say which service it is for. */
function command({ manifest, platformFolder }: Profile): readonly Statement[] {
  const run = `tsx ${platformFolder}/slo/render-slo.ts`;
  const packages = [devDependency('tsx', '^4.20.0', '*'), devDependency('yaml', '^2.8.0')];
  return manifest === 'package.json'
    ? [...packages, script('slo:render', run)]
    : [...packages, note(`After an edit of ${SLO}, run \`npx ${run}\` in the service's folder.`)];
}
