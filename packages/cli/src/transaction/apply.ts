import { EXIT, markerLines, type Plan, type Problem } from '@joinery/engine';
import type { ApplyPorts, ApplySettings } from './apply-ports.ts';
import { asWriter, requireSettled } from './as-writer.ts';
import { checkChanges, type Target } from './check-changes.ts';
import type { HostPlace } from './host-place.ts';
import type { Story } from './journal.ts';
import { installCommand, installPlace } from './package-manager.ts';
import type { Receipt } from './receipt.ts';
import { type Outcome, transact, type Work } from './transact.ts';
import { failures, type VerificationBroken, withErrors } from './verify.ts';

/**
 * Write a plan: everything or nothing. Lock, check, journal, rename, install, verify; a failure on the way puts every
 * file back. Decides nothing: the plan holds the final text of each file.
 *
 * @param label what was asked for, in the words of the command line: `add health`
 */
export function apply(
  plan: Plan,
  host: HostPlace,
  settings: ApplySettings & { readonly label?: string },
  ports: ApplyPorts,
): Promise<Receipt | Problem> {
  return asWriter(host, ports, async (recovered) => {
    requireSettled(ports.disk, host);
    const targets = checkChanges(ports.disk, host, plan);
    const work = workOf(plan, targets, settings);
    const outcome = await transact(work, host, ports);
    if (outcome.kind === 'failed') {
      if (outcome.broken === undefined) return outcome.problem;
      const again = await retryOrReport(outcome.broken, work, host, ports);
      return again.kind === 'problem' ? again : receiptOf(plan, work, again, recovered);
    }
    if (plan.conflicts.length > 0) return conflicted(plan, targets);
    return receiptOf(plan, work, outcome, recovered);
  });
}

function workOf(
  plan: Plan,
  targets: readonly Target[],
  settings: ApplySettings & { readonly label?: string },
): Work {
  const place = installPlace(plan);
  const story: Story = {
    service: plan.service,
    label: settings.label ?? 'apply',
    at: new Date().toISOString(),
    conflicts: plan.conflicts.map(({ path }) => path),
    install: settings.install ? place : null,
    end: targets.length === 0 ? { kind: 'drop', record: null } : { kind: 'keep' },
  };
  const isOpen = plan.conflicts.length > 0;
  const hasPackages = settings.install || place === null;
  const probes = plan.features.some(({ name, state }) => name === 'health' && state !== 'removed')
    ? ['/health/live']
    : [];
  return {
    targets,
    story,
    install: settings.install && !isOpen,
    // Without its packages, or with markers in its files, the service can't be checked, and that says nothing.
    verify: hasPackages && !isOpen ? settings.verify : 'none',
    except: [],
    probes,
  };
}

type Done = Extract<Outcome, { kind: 'done' }> & { readonly warnings: readonly string[] };

/**
 * The files are as before again: whatever fails now failed before us. When nothing else is wrong with the changes, they
 * are written after all, without that step of the check; otherwise only what they broke is reported.
 */
async function retryOrReport(
  broken: VerificationBroken,
  work: Work,
  host: HostPlace,
  ports: ApplyPorts,
): Promise<Done | Problem> {
  ports.progress('Checking without the changes');
  const before = await failures(broken.step, host, work, ports);
  const isOld = (error: string) => (broken.step === 'types' ? before.includes(error) : before.length > 0);
  const ours = broken.errors.filter((error) => !isOld(error));
  if (ours.length === 0) {
    const outcome = await transact({ ...work, except: [...work.except, broken.step] }, host, ports);
    if (outcome.kind === 'done') return { ...outcome, warnings: [brokenBefore(broken)] };
    if (outcome.broken === undefined) return outcome.problem;
    const next = { ...work, except: [...work.except, broken.step] };
    const again = await retryOrReport(outcome.broken, next, host, ports);
    return again.kind === 'problem'
      ? again
      : { ...again, warnings: [brokenBefore(broken), ...again.warnings] };
  }
  if (work.install && work.story.install !== null) {
    ports.progress('Putting the packages back');
    await ports.run(installCommand(host, work.story.install), ports.signal);
  }
  return withErrors(broken, ours).problem;
}

function brokenBefore({ step, errors }: VerificationBroken): string {
  if (step === 'types') return `The service had ${errors.length} type errors before; these changes add none.`;
  return step === 'tests'
    ? 'The tests of the service failed before, too, so they say nothing about these changes.'
    : 'The service did not start before, either, so starting it says nothing about these changes.';
}

function conflicted(plan: Plan, targets: readonly Target[]): Problem {
  const count = plan.conflicts.reduce((sum, conflict) => sum + conflict.count, 0);
  const places = plan.conflicts.flatMap(({ path }) => {
    const bytes = targets.find((target) => target.path === path)?.bytes;
    return markerLines(new TextDecoder().decode(bytes)).map((line) => `${path}:${line}`);
  });
  return {
    kind: 'problem',
    id: 'merge-conflict',
    exitCode: EXIT.error,
    found: `Your edits and the new texts change the same lines in ${count} ${count === 1 ? 'place' : 'places'}. Everything else is written; these have conflict markers.`,
    todo: 'Settle them, then run `joinery apply --continue`; `joinery apply --abort` takes everything back.',
    places,
  };
}

function receiptOf(
  plan: Plan,
  { targets, install }: Work,
  outcome: Extract<Outcome, { kind: 'done' }> & { readonly warnings?: readonly string[] },
  recovered: readonly string[],
): Receipt {
  const { verified, warnings } = outcome.checked;
  return {
    kind: 'receipt',
    schema: 1,
    service: plan.service,
    features: plan.features,
    written: targets.map(({ kind, path }) => ({ kind, path })),
    install: !plan.install.needed ? 'not-needed' : install ? 'done' : 'skipped',
    notes: plan.notes,
    verified,
    warnings: [...recovered, ...plan.warnings, ...(outcome.warnings ?? []), ...warnings],
  };
}
