// @ts-check
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { importsIn } from './imports-in.mjs';

/**
 * @typedef {{ line: number, typeOnly: boolean, module?: string, package?: string, missing?: string }} Use
 * @typedef {{ path: string, uses: readonly Use[] }} Module
 */

const SOURCE = /\.[cm]?[jt]sx?$/;
const SKIPPED =
  /(?:^|\/)(?:node_modules|dist|build|coverage)(?:\/|$)|\.d\.[cm]?ts$|(?:\.(?:test|spec)|(?:^|\/)compiled-door)\.[cm]?[jt]sx?$/;

/**
 * Read every module below a folder, and what each uses: another module, a package, or something that is not there.
 * Paths are from the service's folder, with `/`.
 *
 * @param {string} service
 * @param {string} root
 * @returns {readonly Module[]}
 */
export function modulesIn(service, root) {
  const folder = resolve(service, root);
  if (!existsSync(folder)) return [];
  const aliases = aliasesOf(service, folder);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => slashes(relative(service, join(folder, path))))
    .filter(
      (path) => SOURCE.test(path) && !SKIPPED.test(path) && statSync(join(service, path)).isFile(),
    )
    .sort()
    .map((path) => ({
      path,
      uses: importsIn(readFileSync(join(service, path), 'utf8')).map(
        ({ specifier, line, typeOnly }) => ({
          line,
          typeOnly,
          ...target(specifier, path, service, aliases),
        }),
      ),
    }));
}

/** @param {string} specifier @param {string} from @param {string} service @param {readonly (readonly [string, string])[]} aliases */
function target(specifier, from, service, aliases) {
  if (/^\.{1,2}(?:\/|$)/.test(specifier)) {
    const found = fileOf(join(service, dirname(from), specifier));
    return found === undefined
      ? { missing: specifier }
      : { module: slashes(relative(service, found)) };
  }
  for (const [prefix, folder] of aliases) {
    const isMeant =
      prefix.endsWith('/') || specifier === prefix || specifier.startsWith(`${prefix}/`);
    const found =
      isMeant && specifier.startsWith(prefix)
        ? fileOf(join(folder, specifier.slice(prefix.length)))
        : undefined;
    if (found !== undefined) return { module: slashes(relative(service, found)) };
  }
  const name = specifier.startsWith('@')
    ? specifier.split('/').slice(0, 2).join('/')
    : specifier.split('/')[0];
  return { package: name ?? specifier };
}

/** @param {string} path */
function fileOf(path) {
  const bare = path.replace(/\.[cm]?jsx?$/, '');
  const ends = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];
  const candidates = [
    path,
    ...[bare, path].flatMap((one) => ends.map((end) => one + end)),
    ...ends.map((end) => join(path, `index${end}`)),
  ];
  return candidates.find((file) => existsSync(file) && statSync(file).isFile());
}

/**
 * What stands for a folder: `paths` of tsconfig.json or of what it extends (`@/*`), and the names of packages that lie below the root, such as
 * contexts of a workspace.
 *
 * @param {string} service @param {string} root @returns {readonly (readonly [string, string])[]}
 */
function aliasesOf(service, root) {
  return [...pathsOf(join(service, 'tsconfig.json')), ...packagesIn(root)];
}

/** @param {string} file @returns {readonly (readonly [string, string])[]} */
function pathsOf(file) {
  if (!existsSync(file)) return [];
  const { compilerOptions: { baseUrl = '.', paths } = {}, extends: bases = [] } = parse(
    readFileSync(file, 'utf8'),
  );
  if (paths === undefined) {
    const relatives = [bases].flat().filter((base) => base.startsWith('.'));
    return relatives.flatMap((base) =>
      pathsOf(join(dirname(file), base.endsWith('.json') ? base : `${base}.json`)),
    );
  }
  return Object.entries(paths).flatMap(([alias, [first]]) =>
    typeof first !== 'string'
      ? []
      : [
          /** @type {const} */ ([
            alias.replace(/\*$/, ''),
            join(dirname(file), baseUrl, first.replace(/\*$/, '')),
          ]),
        ],
  );
}

/** @param {string} root @returns {readonly (readonly [string, string])[]} */
function packagesIn(root) {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map(slashes)
    .filter((path) => /(?:^|\/)package\.json$/.test(path) && !path.includes('node_modules/'))
    .flatMap((path) => {
      const { name } = parse(readFileSync(join(root, path), 'utf8'));
      return name === undefined ? [] : [/** @type {const} */ ([name, join(root, dirname(path))])];
    });
}

/** JSON with comments and trailing commas. @param {string} text */
function parse(text) {
  const strings = /"(?:[^"\\]|\\.)*"/.source;
  const plain = text
    .replace(new RegExp(`(${strings})|//[^\\n]*|/\\*[^]*?\\*/`, 'g'), (_, string = '') => string)
    .replace(new RegExp(`(${strings})|,(?=\\s*[}\\]])`, 'g'), (_, string = '') => string);
  return JSON.parse(plain);
}

/** @param {string} path */
function slashes(path) {
  return path.replaceAll('\\', '/');
}
