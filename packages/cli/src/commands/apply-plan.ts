import { planText, type Service } from '@joinery/door';
import { EXIT, type ExitCode, type Plan, type Problem, type Tree } from '@joinery/engine';
import { uncommitted } from '../git/uncommitted.ts';
import { answerJson, answerProblem } from '../program/answer.ts';
import type { ApplyOptions } from '../program/options.ts';
import type { World } from '../program/world.ts';
import { diffText } from '../terminal/diff-text.ts';
import { receiptText } from '../terminal/receipt-text.ts';
import { apply } from '../transaction/apply.ts';

/** Show a plan, ask where somebody can answer, and apply it. */
export async function applyPlan(
  plan: Plan,
  tree: Tree,
  service: Service,
  options: ApplyOptions,
  world: World,
): Promise<ExitCode> {
  const { terminal } = world;
  const json = options.json === true;
  const go = options.yes === true && options.dryRun !== true;
  if (!json) showPlan(plan, tree, options.diff === true, world);
  else if (!go) answerJson(plan, terminal);
  if (options.dryRun === true || (plan.changes.length === 0 && !(json && go))) return EXIT.done;
  const dirty = await dirtyTree(service, options, world);
  if (dirty?.kind === 'problem') return answerProblem(dirty, json, terminal);
  if (dirty !== undefined && !json) terminal.err(`${terminal.paint.yellow('warning')}: ${dirty.text}\n`);
  if (!go) {
    const answer = await mayApply(plan, json, world);
    if (answer !== 'apply') return answer;
  }
  return write(plan, service, options, world);
}

function showPlan(plan: Plan, tree: Tree, diff: boolean, { terminal }: World): void {
  if (diff && plan.changes.length > 0) terminal.out(`${diffText(plan, tree, terminal.paint)}\n`);
  terminal.out(planText(plan, terminal.paint));
}

/** Without somebody to ask, nothing is written: a script says `--yes` when it means it. */
async function mayApply(plan: Plan, json: boolean, { terminal }: World): Promise<'apply' | ExitCode> {
  if (json) return EXIT.pending;
  if (!terminal.interactive) {
    terminal.err(
      '\nNothing was written, because nobody can be asked here. Add `--yes` to apply this plan.\n',
    );
    return EXIT.pending;
  }
  const answer = await terminal.confirm(`Apply this plan to ${plan.service}?`);
  if (answer === true) return 'apply';
  terminal.err('Cancelled; nothing was written.\n');
  return EXIT.cancelled;
}

async function write(plan: Plan, service: Service, options: ApplyOptions, world: World): Promise<ExitCode> {
  const { terminal, disk, run } = world;
  const json = options.json === true;
  const cancel = new AbortController();
  const giveUp = () => cancel.abort();
  process.on('SIGINT', giveUp).on('SIGTERM', giveUp);
  try {
    const outcome = await apply(plan, service, options, {
      disk,
      run,
      signal: cancel.signal,
      progress: (step) => json || terminal.err(`${terminal.paint.dim(`${step} …`)}\n`),
    });
    if (outcome.kind === 'problem') return answerProblem(outcome, json, terminal);
    if (json) answerJson(outcome, terminal);
    else terminal.out(`\n${receiptText(outcome, terminal.paint)}`);
    return EXIT.done;
  } finally {
    process.off('SIGINT', giveUp).off('SIGTERM', giveUp);
  }
}

type Dirty = Problem | { readonly kind: 'warning'; readonly text: string } | undefined;

async function dirtyTree(service: Service, options: ApplyOptions, world: World): Promise<Dirty> {
  const files = await uncommitted(service.folder, world.run);
  if (files.length === 0) return undefined;
  const count = `${files.length} ${files.length === 1 ? 'file' : 'files'}`;
  if (options.requireClean !== true) {
    return {
      kind: 'warning',
      text: `git has uncommitted changes in ${count} here; a commit first makes this one easy to review.`,
    };
  }
  return {
    kind: 'problem',
    id: 'uncommitted-changes',
    exitCode: EXIT.error,
    found: `git has uncommitted changes in ${count} of this service, and \`--require-clean\` asks for none. Nothing was written.`,
    todo: 'Commit or stash them, then run the command again.',
    places: files.slice(0, 10).map((line) => line.replace(/^\s*\S+\s+/, '')),
  };
}
