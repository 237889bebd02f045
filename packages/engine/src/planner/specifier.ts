import type { Profile } from '@joinery/kit';
import { dirname, joinPath, relativePath } from '../profile/path.ts';

/** What of a profile decides how imports are written. */
export type ImportStyle = Pick<Profile, 'platformFolder' | 'importExtension'>;

const HOST = '#host/';

/** The service's path of a module of the platform folder, without extension: `#host/health/health`. */
export function hostModule(module: string, style: ImportStyle): string {
  return joinPath(style.platformFolder, module.slice(HOST.length));
}

/**
 * Write the specifier with which one file of the service imports a module.
 *
 * @param file the importing file, from the service's folder
 * @param module a package, or a module of the platform folder such as `#host/health/health`
 */
export function specifier(file: string, module: string, style: ImportStyle): string {
  if (!module.startsWith(HOST)) return module;
  return relativePath(dirname(file), hostModule(module, style)) + style.importExtension;
}
