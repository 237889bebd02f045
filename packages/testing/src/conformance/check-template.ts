/** What generated code must not do, and why. */
const FORBIDDEN: readonly (readonly [pattern: RegExp, because: string])[] = [
  [/\bfrom '@?joinery\b/, 'depends on Joinery; generated code is the host’s own'],
  [/:\s*any\b|\bas any\b|<any>/, 'uses `any`'],
  [/\b(?:TODO|FIXME)\b/, 'is not finished'],
  [
    /^import \w+ from '(?!node:)/m,
    'imports a default, which fails in CommonJS hosts without esModuleInterop',
  ],
  [/\bimport\.meta\b/, 'uses `import.meta`, which CommonJS hosts lack'],
  [/^await /m, 'awaits at the top level, which CommonJS hosts lack'],
  [/<%|\{\{/, 'holds control flow of a template language'],
];

/** Check a TypeScript template; returns a sentence for each fault. */
export function checkTemplate(path: string, text: string): readonly string[] {
  return FORBIDDEN.filter(([pattern]) => pattern.test(text)).map(([, because]) => `${path} ${because}.`);
}
