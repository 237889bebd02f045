import { memoryTree } from '../tree/memory-tree.ts';
import { findKubernetes } from './kubernetes.ts';

const deployment = 'apiVersion: apps/v1\nkind: Deployment\n';

test.each([
  [{ 'k8s/deployment.yaml': deployment }, 'k8s', 'k8s/deployment.yaml'],
  [{ 'deploy/base/app.yml': deployment }, 'deploy', 'deploy/base/app.yml'],
  [{ 'charts/Chart.yaml': 'name: orders\n' }, 'charts', 'charts/Chart.yaml'],
])('finds manifests: %j', (files, value, evidence) => {
  expect(findKubernetes(memoryTree(files))).toEqual({ value, evidence });
});

test.each([{ 'deploy/pipeline.yaml': 'kind: Pipeline\n' }, { 'src/k8s/deployment.yaml': deployment }, {}])(
  'finds none: %j',
  (files) => {
    expect(findKubernetes(memoryTree(files))).toBeUndefined();
  },
);
