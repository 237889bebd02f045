import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Asked,
  findService,
  openService,
  overlayTree,
  planText,
  readGeneration,
  readRequest,
  settledPlan,
} from '@joinery/door';
import {
  type ComposePorts,
  type ComposeRequest,
  compose,
  type Plan,
  ProblemError,
  withPreset,
} from '@joinery/engine';
import colors from 'picocolors';
import Generator, { type BaseOptions } from 'yeoman-generator';
import type { Declaration } from './declaration.ts';
import { declareOptions } from './declare-options.ts';
import { leftOut, removeEmptyFolders } from './outcome.ts';
import { isOwnState } from './own-state.ts';
import { pendingFiles } from './pending-files.ts';
import { type Question, questions } from './questions.ts';
import { type Flags, readAsked, readGenerationWords } from './read-asked.ts';
import { requireAnswers } from './require-answers.ts';
import { Stopped } from './stopped.ts';
import { writePlan } from './write-plan.ts';

const TOOL = join(dirname(fileURLToPath(import.meta.url)), '..');

const writers = new WeakMap<object, Map<string, JoineryGenerator>>();

/**
 * Every generator here. Yeoman calls the methods in the order of its queues: ask, plan and hand the plan to its file system,
 * which asks about conflicts and writes, install, and tell what was left out.
 */
export class JoineryGenerator extends Generator {
  readonly #declaration: Declaration;
  #asked: Asked;
  #planned: { readonly folder: string; readonly plan: Plan } | undefined;

  constructor(args: string[], settings: BaseOptions, declaration: Declaration) {
    super(args, settings, { inheritTasks: true });
    this.#declaration = declaration;
    this.description = declaration.description;
    declareOptions(this, declaration);
    this.#asked = readAsked(declaration, this.args, this.options);
  }

  async prompting(): Promise<void> {
    if (!isInteractive() || this.#declaration.feature !== undefined) return;
    const open = await stopOnProblem(() => questions(this.#asked, this._ports().ports));
    if (open.length === 0) return;
    const answers = await this.prompt<{ features?: string[]; tier?: string }>(open.map(toYeoman));
    this.#asked = {
      ...this.#asked,
      add: [...this.#asked.add, ...(answers.features ?? [])],
      tier: answers.tier ?? this.#asked.tier,
    };
  }

  /**
   * Planned only now, so that what other generators of the run have written is seen: the service that one of them makes,
   * and what a Joinery generator before this one has planned. Nothing reaches the disk before Yeoman has asked.
   */
  async writing(): Promise<void> {
    const { folder, ports } = await stopOnProblem(async () => this._ports());
    const composed = await stopOnProblem(async () =>
      settledPlan(await compose(await this._request(ports), ports)),
    );
    if (composed.kind !== 'plan') throw new Stopped(composed);
    this.log(planText(composed, colors));
    const { force, dryRun }: Flags = this.options;
    const problem = isInteractive() || force || dryRun ? undefined : requireAnswers(composed);
    if (problem !== undefined) throw new Stopped(problem);
    this.#planned = { folder, plan: composed };
    this._installWith(composed, folder);
    writePlan(this, folder, composed);
    for (const { path } of composed.changes) this._writers().set(join(folder, path), this);
  }

  /** Which generator of this run wrote a file last. */
  _writers(): Map<string, JoineryGenerator> {
    const known = writers.get(this.env) ?? new Map<string, JoineryGenerator>();
    writers.set(this.env, known);
    return known;
  }

  end(): void {
    if (this.#planned === undefined) return;
    const { folder, plan } = this.#planned;
    const { dryRun }: Flags = this.options;
    if (dryRun) {
      this.log('Dry run: nothing was written.');
      return;
    }
    removeEmptyFolders(plan, folder);
    const own = (path: string) => this._writers().get(join(folder, path)) === this && !isOwnState(path);
    const missing = leftOut(plan, folder).filter(own);
    if (missing.length === 0) return;
    const files = missing.map((path) => `\`${path}\``).join(', ');
    const until = 'Until they change, the service is not what joinery.lock.json says.';
    this.log(`${colors.yellow('warning')}: left as they were: ${files}. ${until}`);
  }

  /** What is asked for, what a feature is to generate included; for a tier alone, the features that it brings. */
  async _request(ports: ComposePorts): Promise<ComposeRequest> {
    const request = readRequest(this.#asked);
    const words = readGenerationWords(this.#declaration, this.args, this.options);
    if (words !== undefined) return { ...request, add: [await readGeneration(words, ports.catalog)] };
    const { tier } = request;
    const isTierAlone = request.add.length === 0 && request.remove.length === 0 && 'tier' in this.options;
    if (tier === undefined || !isTierAlone) return request;
    const preset = await withPreset({ ...request, tier }, ports);
    for (const { feature, because } of preset.skipped)
      this.log(`${colors.yellow('warning')}: \`${feature}\` is left out: ${because}`);
    return preset.request;
  }

  /** What composing needs: the service around Yeoman's folder, with what other generators have prepared. */
  _ports(): { readonly folder: string; readonly ports: ComposePorts } {
    const service = findService(this.destinationRoot(), undefined);
    const ports = openService(service, { tool: TOOL, catalogs: [] });
    const pending = pendingFiles(this.env.sharedFs.all(), service.folder);
    return { folder: service.folder, ports: { ...ports, tree: overlayTree(ports.tree, pending) } };
  }

  /** Yeoman installs where the environment stands, if the package.json there was written: bring it to the right one. */
  _installWith(plan: Plan, folder: string): void {
    const manifest = plan.changes.find(({ path }) => /(^|\/)package\.json$/.test(path))?.path;
    this.env.cwd = join(folder, dirname(manifest ?? 'package.json'));
    const options: unknown = 'options' in this.env ? this.env.options : undefined;
    if (typeof options !== 'object' || options === null) return;
    Object.assign(options, { nodePackageManager: plan.install.manager, ...options });
  }
}

function isInteractive(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}

async function stopOnProblem<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof ProblemError) throw new Stopped(error.problem);
    throw error;
  }
}

function toYeoman(question: Question) {
  return { ...question, choices: [...question.choices] };
}
