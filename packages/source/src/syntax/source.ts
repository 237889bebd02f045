import type { SourceFile } from 'ts-morph';
import { Project } from './morph.ts';

/** Parses texts; keeps each one's nodes alive as long as itself. */
export type Parse = (path: string, content: string) => Source;

/** A parsed source file. Positions count from the start of `text`. */
export interface Source {
  /** From the service's folder. */
  readonly path: string;
  /** Without the byte order mark. */
  readonly text: string;
  /** The byte order mark, or nothing. */
  readonly bom: string;
  readonly file: SourceFile;
  /** Where the first syntax error is; absent in a file that parses. */
  readonly error?: { readonly line: number; readonly message: string };
}

/** Make a parser. Only syntax is looked at: no other file is read and no type is computed. */
export function createParser(): Parse {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    skipFileDependencyResolution: true,
    compilerOptions: { allowJs: true },
  });
  let count = 0;
  return (path, content) => {
    const bom = content.startsWith('\uFEFF') ? '\uFEFF' : '';
    const text = content.slice(bom.length);
    count += 1;
    const file = project.createSourceFile(`/${count}/${path}`, text);
    const error = firstError(file);
    return { path, text, bom, file, ...(error === undefined ? {} : { error }) };
  };
}

/** Name a place in a source: `src/server.ts:41`. */
export function placeOf(source: Source, position: number): string {
  return `${source.path}:${source.file.getLineAndColumnAtPos(position).line}`;
}

function firstError(file: SourceFile): Source['error'] {
  // The parser keeps its own errors on the file; asking a program for them would bind it.
  const node: object = file.compilerNode;
  const errors =
    'parseDiagnostics' in node && Array.isArray(node.parseDiagnostics) ? node.parseDiagnostics : [];
  const [first] = errors;
  if (first === undefined) return undefined;
  const { start, messageText } = first;
  return {
    line: file.getLineAndColumnAtPos(typeof start === 'number' ? start : 0).line,
    message: typeof messageText === 'string' ? messageText : 'it does not parse',
  };
}
