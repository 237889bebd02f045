import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';

/** A page of Joinery's documentation. */
export interface DocumentPage {
  readonly name: string;
  readonly title: string;
  readonly file: string;
}

/** Offer every page of the documentation as a resource, `joinery://docs/resolver`. */
export function registerDocuments(server: McpServer, tool: string): void {
  for (const { name, title, file } of documentPages(tool)) {
    server.registerResource(
      name,
      `joinery://docs/${name}`,
      { title, mimeType: 'text/markdown' },
      ({ href }) => ({
        contents: [{ uri: href, mimeType: 'text/markdown', text: readFileSync(file, 'utf8') }],
      }),
    );
  }
}

/** The pages that come with the package; in a checkout, those of the repository. Sorted by name. */
export function documentPages(tool: string): readonly DocumentPage[] {
  // Only a checkout has the sources; what was built there may be older than its pages.
  const folder = existsSync(join(tool, 'src')) ? join(tool, '../../docs') : join(tool, 'dist/docs');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const file = join(folder, name);
      const title = /^# (.+)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? name;
      return { name: name.replace(/\.md$/, ''), title, file };
    });
}
