import type { Profile } from '@joinery/kit';
import { dirname, joinPath, relativePath } from '../profile/path.ts';

/** What of a profile decides how imports are written. */
export type ImportStyle = Pick<
  Profile,
  'platformFolder' | 'sourceRoot' | 'importExtension' | 'lazyExtension'
>;

const HOST = '#host/';
const SOURCE = '#source/';

/** The service's path, without extension, of `#host/health/health` or `#source/domain/order/order`. */
export function hostModule(module: string, style: ImportStyle): string {
  return module.startsWith(HOST)
    ? joinPath(style.platformFolder, module.slice(HOST.length))
    : joinPath(style.sourceRoot, module.slice(SOURCE.length));
}

/**
 * Write the specifier with which one file of the service imports a module.
 *
 * @param file the importing file, from the service's folder
 * @param module a package, or a module of the service such as `#host/health/health` or `#source/domain/order/order`
 */
export function specifier(file: string, module: string, style: ImportStyle): string {
  if (!module.startsWith(HOST) && !module.startsWith(SOURCE)) return module;
  return relativePath(dirname(file), hostModule(module, style)) + style.importExtension;
}
