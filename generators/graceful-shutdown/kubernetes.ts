import { document, type Profile, type Statement, slug, yaml } from '@joinery/kit';

/** What the service waits for load balancers under Kubernetes, unless told. */
const DELAY_MS = 5_000;
const SPARE_SECONDS = 5;

const COMMENT = `For Kustomize: a patch of the Deployment, whose name is to be yours. Kubernetes must wait longer
than the service needs: SHUTDOWN_DELAY_MS, SHUTDOWN_TIMEOUT_MS and a little more.`;

/** Let Kubernetes wait for the end of the process, where it is used. */
export function gracePeriod({ kubernetes, service }: Profile, timeoutMs: number): readonly Statement[] {
  if (kubernetes === undefined) return [];
  const terminationGracePeriodSeconds = Math.ceil((DELAY_MS + timeoutMs) / 1_000) + SPARE_SECONDS;
  const patch = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: slug(service.name) },
    spec: { template: { spec: { terminationGracePeriodSeconds } } },
  };
  return [document('observability/kubernetes/graceful-shutdown.patch.yaml', yaml(patch, COMMENT))];
}
