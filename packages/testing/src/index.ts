export { applyToFiles } from './apply-to-files.ts';
export { type HostFiles, readHostFiles } from './host-files.ts';
export { openWorkbench, type Workbench } from './workbench.ts';
