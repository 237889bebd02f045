import {
  type Contributed,
  definePlan,
  document,
  refuse,
  type Statement,
  startDocument,
  text,
} from '@joinery/kit';
import { recordNumber } from './record-number.ts';
import { emptyRecord, indexText, type Listed, recordText } from './record-text.ts';

interface Options {
  readonly folder: string;
  readonly records: Readonly<Record<string, { readonly title?: string }>>;
  readonly numbers: Readonly<Record<string, number>>;
}

export default definePlan<Options>({
  statements: ({ options }) => [
    startDocument(`${options.folder}/template.md`, text(emptyRecord('NNNN', 'What is decided'))),
    ...ownRecords(options).map(({ file, number, title }) =>
      startDocument(`${options.folder}/${file}`, text(emptyRecord(number, title))),
    ),
    ...wrongNames(options),
  ],
  slots: {
    'decisions.records': (records, { options }) => {
      const ofFeatures = records.map((record) => ({ record, listed: listedOf(record, options) }));
      const all = [...ownRecords(options), ...ofFeatures.map(({ listed }) => listed)];
      return [
        document(`${options.folder}/README.md`, text(indexText(all))),
        ...ofFeatures.map(({ record, listed }) =>
          document(
            `${options.folder}/${listed.file}`,
            text(recordText(listed.number, record, record.feature)),
          ),
        ),
      ];
    },
  },
});

function listedOf(record: Contributed<'decisions.records'>, { numbers }: Options): Listed {
  const fixed = numbers[record.name];
  const number = fixed === undefined ? recordNumber(record.name) : String(fixed).padStart(4, '0');
  return { number, file: `${number}-${record.name}.md`, title: record.title, by: `\`${record.feature}\`` };
}

/** Numbered in the order in which they were made, which is the order of joinery.json. */
function ownRecords({ records }: Options): readonly Listed[] {
  return Object.entries(records).map(([name, { title }], index) => {
    const number = String(index + 1).padStart(4, '0');
    return { number, file: `${number}-${name}.md`, title: title ?? titleOf(name), by: 'this service' };
  });
}

function titleOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replace(/-/g, ' ');
}

function wrongNames({ records }: Options): readonly Statement[] {
  const wrong = Object.keys(records).filter((name) => !/^[a-z\d]+(?:-[a-z\d]+)*$/.test(name));
  if (wrong.length === 0) return [];
  const list = wrong.map((name) => `\`${name}\``).join(', ');
  return [refuse(`${list} cannot be part of a file’s name.`, 'Write it like `use-postgres`.', [])];
}
