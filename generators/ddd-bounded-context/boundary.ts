import {
  dependency,
  document,
  element,
  json,
  type Profile,
  type Statement,
  setting,
  slug,
  text,
} from '@joinery/kit';
import type { Form } from './options.ts';

/** What makes a context, beside its folder, a package or a library of the workspace. Its code stays where it compiles. */
export function boundaries(form: Form, names: readonly string[], host: Profile): readonly Statement[] {
  if (form === 'folder' || names.length === 0 || host.workspace === undefined) return [];
  if (form === 'package') return [member(host), ...names.flatMap((name) => packageOf(name, host))];
  return names.flatMap((name) => libraryOf(name, host));
}

/** `@depot/sales` of a service `depot`, `@yard/depot-sales` of `@yard/depot`, `@bank/rates-sales` where `bank` lists the packages of all. */
export function packageName(context: string, host: Profile): string {
  const { name } = host.service;
  const [, scope] = /^(@[^/]+)\//.exec(name) ?? [];
  if (scope !== undefined) return `${scope}/${ownName(host)}-${context}`;
  const isOwn = host.manifest === 'package.json';
  return isOwn ? `@${slug(name)}/${context}` : `@${slug(name)}/${ownName(host)}-${context}`;
}

/** The service's own name, or that of its folder where it has no package.json. */
function ownName({ manifest, service, workspace }: Profile): string {
  const folder = workspace?.place.split('/').at(-1);
  return slug(manifest === 'package.json' ? service.name : (folder ?? service.name));
}

function folderOf(host: Profile): string {
  return host.sourceRoot === '' ? 'contexts' : `${host.sourceRoot}/contexts`;
}

/** Every context of the service is a member of the workspace. */
function member(host: Profile): Statement {
  const { up, place, members } = host.workspace ?? { up: '', place: '' };
  const { file = 'package.json', path = ['workspaces'] as const } = members ?? {};
  return element(`${up}/${file}`, path, `${place}/${folderOf(host)}/*`, 'leave');
}

function packageOf(context: string, host: Profile): readonly Statement[] {
  const name = packageName(context, host);
  const folder = `${folderOf(host)}/${context}`;
  const { outputFolder, workspace, moduleSystem } = host;
  const door = outputFolder === undefined ? './index.ts' : './compiled-door.js';
  const manifest = json({
    name,
    version: '0.0.0',
    private: true,
    ...(moduleSystem.value === 'esm' ? { type: 'module' } : {}),
    exports: { '.': { types: './index.ts', default: door } },
    ...(host.compilation === undefined ? {} : { scripts: { typecheck: `tsc -p ${SETTINGS}` } }),
    ...(host.dependencies.typescript === undefined
      ? {}
      : { devDependencies: { typescript: host.dependencies.typescript.range } }),
    ...(workspace?.nx === true ? { nx: { tags: tagsOf(context) } } : {}),
  });
  return [
    document(`${folder}/package.json`, manifest),
    ...checkedAlone(folder, host),
    ...(outputFolder === undefined ? [] : [compiledDoor(context, folder, outputFolder, host)]),
    dependency(name, rangeOf(host)),
  ];
}

/** A package's exports cannot leave its folder; a module can. So the name means what the service itself has loaded. */
function compiledDoor(context: string, folder: string, output: string, host: Profile): Statement {
  const way = `${'../'.repeat(folder.split('/').length)}${output}/contexts/${context}/index.js`;
  const lines =
    host.moduleSystem.value === 'esm'
      ? `export * from '${way}';\n`
      : `'use strict';\n\nmodule.exports = require('${way}');\n`;
  return document(
    `${folder}/compiled-door.js`,
    text(`// The door as the service compiles it, for those who import this package by its name.\n${lines}`),
  );
}

/** Not `tsconfig.json`: editors go on with the service's, and Nx refers to none that it does not build. */
const SETTINGS = 'tsconfig.context.json';

/** Settings that check a context by itself: its own files, and of the service's no more than they import. */
function checkedAlone(folder: string, { compilation }: Profile): readonly Statement[] {
  if (compilation === undefined) return [];
  const unset = compilation.writes.map((name) => [name, name === 'tsBuildInfoFile' ? null : false] as const);
  const settings = json({
    extends: `${'../'.repeat(folder.split('/').length)}${compilation.file}`,
    compilerOptions: { ...Object.fromEntries(unset), noEmit: true },
    include: ['.'],
  });
  return [document(`${folder}/${SETTINGS}`, settings)];
}

function rangeOf({ packageManager }: Profile): string {
  return ['pnpm', 'bun'].includes(packageManager.value) ? 'workspace:*' : '*';
}

function libraryOf(context: string, host: Profile): readonly Statement[] {
  const { up, place, tsconfig } = host.workspace ?? { up: '', place: '' };
  const folder = `${folderOf(host)}/${context}`;
  const deep = `${up}/${'../'.repeat(folder.split('/').length)}`;
  const project = json({
    $schema: `${deep}node_modules/nx/schemas/project-schema.json`,
    name: `${ownName(host)}-${context}`,
    projectType: 'library',
    sourceRoot: `${place}/${folder}`,
    tags: tagsOf(context),
    ...(host.compilation === undefined
      ? {}
      : { targets: { typecheck: { command: `tsc -p ${place}/${folder}/${SETTINGS}`, cache: true } } }),
  });
  const path = ['compilerOptions', 'paths', packageName(context, host)] as const;
  return [
    document(`${folder}/project.json`, project),
    ...checkedAlone(folder, host),
    ...(tsconfig === undefined
      ? []
      : [setting(`${up}/${tsconfig}`, path, [`./${place}/${folder}/index.ts`], 'leave')]),
  ];
}

function tagsOf(context: string): readonly string[] {
  return [`scope:${context}`, 'layer:context'];
}
