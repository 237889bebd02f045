import { plain, planMarkdown, planText, type Service } from '@joinery/door';
import { EXIT, type ExitCode, type Plan, type Problem, type Tree } from '@joinery/engine';
import { uncommitted } from '../git/uncommitted.ts';
import { answerJson, answerProblem } from '../program/answer.ts';
import type { ApplyOptions } from '../program/options.ts';
import { type World, working } from '../program/world.ts';
import { diffText } from '../terminal/diff-text.ts';
import { receiptText } from '../terminal/receipt-text.ts';
import { apply } from '../transaction/apply.ts';
import { confirmed } from './confirmed.ts';

/** What people chose, and the words of the command as the history tells them. */
type Labelled = ApplyOptions & { readonly label: string };

/** Show a plan, ask where somebody can answer, and apply it. */
export async function applyPlan(
  plan: Plan,
  tree: Tree,
  service: Service,
  options: Labelled,
  world: World,
): Promise<ExitCode> {
  const { terminal } = world;
  const json = options.json === true;
  const go = options.yes === true && options.dryRun !== true;
  if (!json) showPlan(plan, tree, options, world);
  else if (!go) answerJson(plan, terminal);
  if (options.dryRun === true || (plan.changes.length === 0 && !(json && go))) return EXIT.done;
  const dirty = await dirtyTree(service, options, world);
  if (dirty?.kind === 'problem') return answerProblem(dirty, json, terminal);
  if (dirty !== undefined && !json) terminal.err(`${terminal.paint.yellow('warning')}: ${dirty.text}\n`);
  const answer = await confirmed(`Apply this plan to ${plan.service}?`, options, world);
  if (answer !== 'yes') return answer;
  return write(plan, service, options, world);
}

/** Show a plan as people asked for it. */
export function showPlan(
  plan: Plan,
  tree: Tree,
  { diff, markdown }: Pick<ApplyOptions, 'diff' | 'markdown'>,
  { terminal }: World,
): void {
  if (markdown === true) {
    terminal.out(planMarkdown(plan, diffText(plan, tree, plain)));
    return;
  }
  if (diff === true && plan.changes.length > 0) terminal.out(`${diffText(plan, tree, terminal.paint)}\n`);
  terminal.out(planText(plan, terminal.paint));
}

async function write(plan: Plan, service: Service, options: Labelled, world: World): Promise<ExitCode> {
  const { terminal } = world;
  const json = options.json === true;
  const outcome = await working(world, json, (ports) => apply(plan, service, options, ports));
  if (outcome.kind === 'problem') return answerProblem(outcome, json, terminal);
  if (json) answerJson(outcome, terminal);
  else terminal.out(`\n${receiptText(outcome, terminal.paint)}`);
  return EXIT.done;
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
