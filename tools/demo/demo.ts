import pc from 'picocolors';
import { joineryBin } from '../running/joinery.ts';
import { makeService } from './make-service.ts';
import { narrate, say, shown } from './narrate.ts';
import { showDiff } from './show-diff.ts';
import { visit } from './visit.ts';

const FEATURES = ['config-env', 'graceful-shutdown', 'health', 'metrics'];
const start = performance.now();

await demo().catch((error: unknown) => {
  console.error(pc.red(error instanceof Error ? error.message : String(error)));
  process.exitCode = 1;
});

async function demo(): Promise<void> {
  await narrate('Build Joinery', async () => {
    await shown('npx nx run-many -t build --projects=joinery,generators/*', { quiet: true });
  });

  const folder = await narrate('Take a small Express service that knows nothing of Joinery', makeService);

  await narrate('Ask what would change; nothing is written', () => showDiff(FEATURES, folder));

  await narrate('Add the features: the plan, then the files, then the packages they need', async () => {
    await shown(`joinery add ${FEATURES.join(' ')} --yes`, { in: folder });
  });

  await narrate('It still type-checks, and its tests pass with those that came along', async () => {
    await shown('npx tsc --noEmit', { in: folder });
    await shown('npm test', { in: folder, quiet: true });
    await shown('git add --all', { in: folder });
    await shown('git commit --quiet --message', { in: folder, more: ['Add production features'] });
  });

  await narrate('Boot it and ask', () => visit(folder));

  await narrate('Add the same again: nothing to do, and git sees no change', async () => {
    await shown(`joinery add ${FEATURES.join(' ')} --yes`, { in: folder });
    await shown('git status --short', { in: folder });
  });

  const seconds = Math.round((performance.now() - start) / 1_000);
  say(`\n${pc.green('✓')} Done in ${seconds} s. What to try next:\n`);
  say(`  ${pc.cyan(`cd ${folder}`)}`);
  say(`  ${pc.cyan('git show --stat')}   what four features changed`);
  say(`  ${pc.cyan('npm start')}         the service, on its own port`);
  say(`  ${pc.cyan(`node ${joineryBin()} remove metrics --dry-run`)}`);
  say(`\n  in a service of yours: ${pc.cyan('npx joinery add health metrics --dry-run --diff')}`);
}
