import type { DocumentContent, DocumentStatement } from '@joinery/kit';
import type { Feature } from '../compose/feature.ts';
import { joinPath } from '../profile/path.ts';
import type { Said } from './gather.ts';
import type { HostEditor } from './host-editor.ts';
import { leaves, noTemplate, type WantedFile } from './render-files.ts';
import { fillHoles } from './render-template.ts';

/** Render every document: what features write beside the service's TypeScript. LF ends its lines. */
export function renderDocuments(
  said: readonly Said[],
  editor: Pick<HostEditor, 'printYaml'>,
): readonly WantedFile[] {
  return said
    .filter((one): one is Said<DocumentStatement> => one.statement.kind === 'document')
    .map(({ feature, statement }) => {
      const path = joinPath('', statement.path);
      if (path.startsWith('..') || statement.path.startsWith('/')) throw leaves(statement.path);
      return {
        path,
        text: printContent(statement.content, feature, path, editor),
        owners: [feature.name],
        because: `part of \`${feature.name}\``,
        ...(statement.owner === 'ours' ? {} : { [statement.owner]: true as const }),
      };
    });
}

function printContent(
  content: DocumentContent,
  feature: Feature,
  path: string,
  editor: Pick<HostEditor, 'printYaml'>,
): string {
  switch (content.form) {
    case 'text':
      return content.text;
    case 'template': {
      const template = feature.templates[content.template];
      if (template === undefined) throw noTemplate(feature.name, content.template);
      return fillHoles(template, content.names, path);
    }
    case 'json':
      return `${JSON.stringify(content.value, null, 2)}\n`;
    case 'yaml':
      return editor.printYaml(content.value, content.comment);
  }
}
