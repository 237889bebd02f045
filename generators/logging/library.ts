import { type DependencyStatement, dependency, type HostClient, type Profile } from '@joinery/kit';

export type Library = 'pino' | 'winston';

const RANGES: Readonly<Record<Library, string>> = { pino: '^9.0.0 || ^10.0.0', winston: '^3.0.0' };
const NEWEST: Readonly<Record<Library, string>> = { pino: '^10.4.0', winston: '^3.19.0' };

/** The logger that the host uses already; pino where it uses none. */
export function chooseLibrary(wanted: Library | 'auto', { dependencies }: Profile): Library {
  if (wanted !== 'auto') return wanted;
  const uses = (name: Library) => dependencies[name]?.dev === false;
  return uses('winston') && !uses('pino') ? 'winston' : 'pino';
}

/** The one logger that the host exports, which is used then instead of a second one; none where a library is asked for. */
export function ownLogger(
  wanted: Library | 'auto',
  { loggers, sourceRoot }: Profile,
): HostClient | undefined {
  const [only, ...more] = loggers.filter(
    ({ file }) => sourceRoot === '' || file.startsWith(`${sourceRoot}/`),
  );
  return wanted === 'auto' && more.length === 0 ? only : undefined;
}

export function libraryDependency(library: Library, { dependencies }: Profile): DependencyStatement {
  return dependency(library, library in dependencies ? RANGES[library] : NEWEST[library]);
}
