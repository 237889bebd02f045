import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { settings } from '#host/slo/settings';
import type { Finding } from './objective.ts';
import { sloFiles } from './slo-files.ts';

// Run in the service's folder with `npm run slo:render`, after slo.yaml was edited.
const documents = [...parseAllDocuments(readFileSync('slo.yaml', 'utf8'))];
const [broken] = documents.flatMap(({ errors }) => errors);
if (broken !== undefined) throw broken;

const { files, faults, warnings } = sloFiles(
  documents.map((document): unknown => document.toJS()),
  settings,
);
for (const warning of warnings) console.warn(`warning: ${sentence(warning)}`);
for (const fault of faults) console.error(`error: ${sentence(fault)}`);
if (faults.length > 0) process.exitCode = 1;

for (const { path, text } of files) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(path);
}

function sentence({ place, text }: Finding): string {
  return `${place}: ${text}.`;
}
