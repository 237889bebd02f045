import type { Question } from '../solver/question.ts';
import { type Encoding, takeFresh } from './encoding.ts';
import { pickVersion } from './pick-version.ts';
import { stateDeclared } from './state-declared.ts';
import { stateWanted } from './state-wanted.ts';
import { tableOf } from './universe-index.ts';

/** Turn an encoding into the question the search answers; manifests are read as versions are tried. */
export function questionAbout(encoding: Encoding): Question {
  stateWanted(encoding);
  return {
    packages: encoding.packages,
    start: takeFresh(encoding),
    load: (package_, version) => {
      const { kind, name } = encoding.packages[package_] ?? {};
      if (kind !== 'feature' || name === undefined) return [];
      const done = encoding.loaded.get(package_) ?? new Set();
      if (done.has(version)) return [];
      encoding.loaded.set(package_, done.add(version));
      const table = tableOf(encoding.index, name);
      if (table !== undefined) stateDeclared(encoding, package_, table, version);
      return takeFresh(encoding);
    },
    pick: (package_, allowed, chosen) => pickVersion(encoding, package_, allowed, chosen),
  };
}
