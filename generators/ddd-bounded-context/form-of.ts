import type { HostWorkspace, Profile } from '@joinery/kit';
import type { Form, Options } from './options.ts';

/** What contexts are in this host: what was chosen, or what the workspace has; or why they cannot be that. */
export function formOf({ form }: Pick<Options, 'form'>, host: Profile): Form | { readonly fault: string } {
  const { workspace } = host;
  const ownManifest = host.manifest === 'package.json';
  if (form === 'package' && (workspace?.members === undefined || !ownManifest))
    return { fault: `contexts can't be packages: ${noPackages(workspace)}` };
  if (form === 'nx-library' && workspace?.nx !== true)
    return { fault: "contexts can't be Nx libraries: the service is in no workspace of Nx" };
  if (form !== 'auto') return form;
  if (workspace === undefined) return 'folder';
  if (workspace.members !== undefined && ownManifest) return 'package';
  return workspace.nx ? 'nx-library' : 'folder';
}

function noPackages(workspace: HostWorkspace | undefined): string {
  if (workspace === undefined) return 'the service is in no workspace';
  return workspace.members === undefined
    ? 'the workspace lists no packages'
    : 'the workspace lists the packages of all its services together';
}
