import type { ApiDocument, Operation } from './document.ts';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h2{font:600 1.05rem ui-monospace,monospace;border-top:1px solid #ccc;padding-top:1rem;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.25rem .75rem .25rem 0;vertical-align:top}
pre{background:#f4f4f4;padding:.75rem;overflow:auto;font-size:.85rem}s{color:#767676}`;

/** Show an API document to people, on one page that loads nothing. */
export function docsPage({ info, paths }: ApiDocument): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => section(method, path, operation)),
  );
  const title = escaped(`${info.title} ${info.version}`);
  const content =
    operations.length === 0 ? '<p>No route is described yet.</p>' : operations.join('\n');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head>
<body><main>
<h1>${title}</h1>
<p><a href="openapi.json">openapi.json</a></p>
${content}
</main></body>
</html>
`;
}

/** Sent with the page: nothing in it is run, and nothing is loaded. */
export const DOCS_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
} as const;

function section(method: string, path: string, operation: Operation): string {
  const { summary, deprecated, parameters = [], requestBody, responses } = operation;
  const name = escaped(`${method.toUpperCase()} ${path}`);
  const rows = parameters.map(
    (one) =>
      `<tr><td><code>${escaped(one.name)}</code></td><td>${one.in}${one.required ? ', required' : ''}</td><td><code>${escaped(JSON.stringify(one.schema))}</code></td></tr>`,
  );
  return [
    `<section><h2>${deprecated === true ? `<s>${name}</s>` : name}</h2>`,
    `<p>${escaped(summary)}${deprecated === true ? ' <strong>Deprecated.</strong>' : ''}</p>`,
    rows.length === 0
      ? ''
      : `<table><thead><tr><th>parameter</th><th>in</th><th>schema</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
    requestBody === undefined ? '' : details('Body', requestBody.content),
    ...Object.entries(responses).map(([status, answer]) => details(status, answer)),
    '</section>',
  ].join('\n');
}

function details(title: string, what: unknown): string {
  return `<details><summary>${escaped(title)}</summary><pre>${escaped(JSON.stringify(what, null, 2))}</pre></details>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
