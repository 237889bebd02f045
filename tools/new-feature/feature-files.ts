/** The files of a new feature: path inside its folder → text. It passes every check as it is. */
export function featureFiles(name: string): Readonly<Record<string, string>> {
  const title = name.replace(/^./, (first) => first.toUpperCase()).replaceAll('-', ' ');
  const camel = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return {
    'package.json': json(manifest(name, title)),
    'options.schema.json': json({
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      additionalProperties: false,
      properties: { greeting: { type: 'string', default: 'hello', description: 'What is said.' } },
    }),
    'tsconfig.build.json': json({
      extends: '../../tsconfig.base.json',
      compilerOptions: {
        rootDir: '.',
        outDir: 'dist',
        declaration: true,
        noEmit: false,
        customConditions: [],
      },
      include: ['plan.ts'],
    }),
    'plan.ts': plan(name, camel),
    [`templates/${name}/${name}.ts`]: template(camel),
    'README.md': readme(name, title),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function manifest(name: string, title: string): object {
  const plan = { '@joinery/source': './plan.ts', types: './dist/plan.d.ts', default: './dist/plan.js' };
  return {
    name: `@joinery/${name}`,
    version: '0.1.0',
    description: 'Says hello once the service listens',
    keywords: ['joinery-feature'],
    license: 'MIT',
    type: 'module',
    engines: { node: '>=20.19' },
    generators: './generators.json',
    exports: { '.': plan, './plan': plan, './package.json': './package.json' },
    imports: { '#host/*': './host/*.ts' },
    files: [
      'dist',
      'templates',
      '!templates/**/*.test.ts',
      'options.schema.json',
      'generators.json',
      'schema.json',
    ],
    scripts: { build: 'tsc -p tsconfig.build.json' },
    dependencies: { '@joinery/kit': '^0.1.0' },
    joinery: {
      schema: 1,
      title,
      summary: 'Says hello once the service listens',
      category: 'example',
      tiers: { min: 'basic' },
      provides: { [name]: '0.1.0' },
      host: { node: '>=20' },
      frameworks: ['express', 'fastify', 'nest', 'koa', 'hono', 'node-http'],
      options: './options.schema.json',
    },
  };
}

function plan(name: string, camel: string): string {
  return `import { code, contribute, definePlan, from, literal, template } from '@joinery/kit';

interface Options {
  readonly greeting: string;
}

export default definePlan<Options>({
  statements: ({ options }) => [
    template('${name}/${name}.ts', '${name}/${name}.ts'),
    contribute('process.start', {
      name: '${name}',
      run: code\`() => \${from('${camel}', '#host/${name}/${name}')}(\${literal(options.greeting)})\`,
    }),
  ],
});
`;
}

function template(camel: string): string {
  return `/** Say hello to whoever reads the log. */
export function ${camel}(greeting: string): void {
  process.stdout.write(\`\${greeting}\\n\`);
}
`;
}

function readme(name: string, title: string): string {
  return `# ${name}

${title}: says hello once the service listens.

## What it adds

\`${name}/${name}.ts\`, called once the server listens.

## Options

| option | default | |
| --- | --- | --- |
| \`greeting\` | \`hello\` | What is said. |

## Capabilities

Provides \`${name}@0.1.0\`. Contributes to \`process.start\`.

## After applying

Start the service and read its log.

## How to remove

\`joinery remove ${name}\` takes out the file and the call.
`;
}
