import { definePlan, refuse, type Statement, sourceTemplate } from '@joinery/kit';
import { aggregateFile } from './emit/aggregate.ts';
import { entityFile } from './emit/entity.ts';
import { errorsFile, eventsFile } from './emit/events.ts';
import { entityTest, valueObjectTest } from './emit/part-tests.ts';
import { stateFile } from './emit/state.ts';
import { testFile } from './emit/test.ts';
import { type Types, typesOf } from './emit/types.ts';
import { upcastsFile } from './emit/upcasts.ts';
import { valueObjectFile } from './emit/value-object.ts';
import { grownEvents } from './grown-events.ts';
import { grownParts } from './grown-parts.ts';
import { kept } from './kept.ts';
import type { Aggregate } from './model.ts';
import type { Options } from './options.ts';
import { readModel } from './read-model.ts';
import { tableFile } from './table.ts';

export default definePlan<Options>({
  statements: ({ host, options, has }) => {
    const model = readModel(options);
    if ('faults' in model) return [refuse(`${model.faults.join('; ')}.`, MEND, [])];
    const { suffix } = host.tests;
    return [
      ...(model.usesMoney ? money(suffix) : []),
      ...model.valueObjects.flatMap((one) => {
        const types = typesOf(model, 'domain/values');
        return [valueObjectFile(one, types), valueObjectTest(one, types, suffix)];
      }),
      ...model.aggregates.flatMap((one) => {
        const types = typesOf(model, one.folder);
        const table = has('ddd.repository') ? [tableFile(one, types)] : [];
        const upcasts = has('events.store') ? upcastsFile(one, model) : [];
        return [...aggregateFiles(one, types, suffix), ...upcasts, ...table, ...kept(one, types)];
      }),
    ];
  },
  notesOnChange: (before, { options, has }) => {
    const [old, now] = [readModel(before), readModel(options)];
    return [
      ...(has('events.store') ? grownEvents(old, now) : []),
      ...(has('events.store') || has('ddd.repository') ? grownParts(old, now) : []),
    ];
  },
});

const MEND = 'Generate it anew under another name, or mend the options of `ddd-aggregate` in joinery.json.';

function aggregateFiles(aggregate: Aggregate, types: Types, suffix: string): readonly Statement[] {
  return [
    aggregateFile(aggregate, types),
    stateFile(aggregate, types),
    eventsFile(aggregate, types),
    errorsFile(aggregate),
    testFile(aggregate, types, suffix),
    ...aggregate.entities.flatMap((entity) => [
      entityFile(entity, aggregate, types),
      entityTest(entity, aggregate, types, suffix),
    ]),
  ];
}

function money(suffix: string): readonly Statement[] {
  return [
    sourceTemplate('domain/values/money.ts', 'domain/values/money.ts'),
    sourceTemplate('domain/values/money.check.ts', `domain/values/money.${suffix}.ts`),
  ];
}
