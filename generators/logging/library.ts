import { type DependencyStatement, dependency, type Profile } from '@joinery/kit';

export type Library = 'pino' | 'winston';

const RANGES: Readonly<Record<Library, string>> = { pino: '^9.0.0 || ^10.0.0', winston: '^3.0.0' };
const NEWEST: Readonly<Record<Library, string>> = { pino: '^10.4.0', winston: '^3.19.0' };

/** The logger that the host uses already; pino where it uses none. */
export function chooseLibrary(wanted: Library | 'auto', { dependencies }: Profile): Library {
  if (wanted !== 'auto') return wanted;
  const uses = (name: Library) => dependencies[name]?.dev === false;
  return uses('winston') && !uses('pino') ? 'winston' : 'pino';
}

export function libraryDependency(library: Library, { dependencies }: Profile): DependencyStatement {
  return dependency(library, library in dependencies ? RANGES[library] : NEWEST[library]);
}
