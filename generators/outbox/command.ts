import { devDependency, note, type Profile, type Statement, script } from '@joinery/kit';

/** Lists what was given up. In a workspace with one package.json for all, a script would not say which service it is for. */
export function command({ manifest, platformFolder }: Profile): readonly Statement[] {
  const run = `tsx ${platformFolder}/outbox/dead-letters.ts`;
  const tsx = devDependency('tsx', '^4.20.0', '*');
  return manifest === 'package.json'
    ? [tsx, script('outbox:dead-letters', run)]
    : [tsx, note(`\`npx ${run}\` in the service's folder lists the messages that were given up.`)];
}
