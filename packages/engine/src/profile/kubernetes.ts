import type { Fact } from '@joinery/kit';
import type { Tree } from '../tree/tree.ts';
import { joinPath } from './path.ts';

/** Where services keep their manifests; looked into only when the folder is there. */
const FOLDERS = [
  'k8s',
  'kubernetes',
  'kube',
  'manifests',
  'deploy',
  'deployment',
  'helm',
  'chart',
  'charts',
  'infra',
];
const INNER = ['', 'k8s', 'kubernetes', 'base', 'templates'];
/** Files read in one folder at most. */
const MANY = 20;

/** Find a folder with Kubernetes manifests, by its usual names and one file in it that is one. */
export function findKubernetes(tree: Tree): Fact<string> | undefined {
  const top = new Set(tree.list(''));
  for (const folder of FOLDERS.filter((name) => top.has(name))) {
    for (const inner of INNER) {
      const evidence = manifestIn(tree, joinPath(folder, inner));
      if (evidence !== undefined) return { value: folder, evidence };
    }
  }
  return undefined;
}

function manifestIn(tree: Tree, folder: string): string | undefined {
  const files = tree.list(folder).filter((name) => /\.ya?ml$/.test(name));
  const isManifest = (name: string) =>
    /^kind:\s*(?:Deployment|StatefulSet|DaemonSet|Rollout|Kustomization)\b/m.test(
      tree.read(`${folder}/${name}`) ?? '',
    ) || /^(?:Chart|kustomization)\.ya?ml$/.test(name);
  const found = files.slice(0, MANY).find(isManifest);
  return found === undefined ? undefined : `${folder}/${found}`;
}
