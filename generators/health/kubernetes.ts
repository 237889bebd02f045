import { document, type Json, type Profile, type Statement, slug, yaml } from '@joinery/kit';

const COMMENT = `For Kustomize: a patch of the Deployment. The names of the Deployment, its container and
the container's port are to be yours.`;

/** Let Kubernetes ask the probes, where it is used. `port` is the name of the container's port. */
export function probePatch({ kubernetes, service }: Profile, port: 'http' | 'metrics'): readonly Statement[] {
  if (kubernetes === undefined) return [];
  const name = slug(service.name);
  const probe = (path: string, more: { readonly [key: string]: Json }) => ({
    httpGet: { path, port },
    timeoutSeconds: 2,
    ...more,
  });
  const container = {
    name,
    startupProbe: probe('/startupz', { periodSeconds: 2, failureThreshold: 30 }),
    livenessProbe: probe('/livez', { periodSeconds: 10, failureThreshold: 3 }),
    readinessProbe: probe('/readyz', { periodSeconds: 5, failureThreshold: 2 }),
  };
  const patch = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: { template: { spec: { containers: [container] } } },
  };
  return [document('observability/kubernetes/probes.patch.yaml', yaml(patch, COMMENT))];
}
