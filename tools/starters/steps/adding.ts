import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { addCheck, editByHand } from '../hand-edits.ts';
import type { Step } from '../scenario.ts';
import type { Starter } from '../starter.ts';
import { DATABASE, type Trial } from '../trial.ts';

/** The starter before and after the features are added. */
export function addingSteps(step: Step, starter: Starter, trial: Trial): void {
  step('builds and passes its tests as generated', async () => {
    await trial.host.run([...starter.build, ...starter.test]);
  });

  step('takes `joinery add health metrics`', async () => {
    const { exitCode, output } = await trial.host.joinery('add', 'health', 'metrics', '--yes');
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    expect(await trial.host.changes()).not.toBe('');
    await trial.host.commit('Add health and metrics');
  });

  step('is not changed by adding again, which says so', async () => {
    const before = trial.host.files();
    const { exitCode, output } = await trial.host.joinery('add', 'health', 'metrics', '--yes');
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    expect(output).toMatch(/nothing to (do|change)/i);
    expect(await trial.host.changes()).toBe('');
    expect(trial.host.files()).toEqual(before);
  });

  step('builds and passes its tests with them, and with routes and a check added by hand', async () => {
    trial.takeBack.push(...starter.routes.map((edit) => editByHand(trial.host.root, edit)));
    trial.takeBack.push(addCheck(trial.host.service, DATABASE));
    await trial.host.run([...starter.build, ...starter.test]);
  });
}

/** The starter after the features are removed. */
export function removingSteps(step: Step, trial: Trial): void {
  step('is as it was generated once the features are removed', async () => {
    for (const undo of trial.takeBack) undo();
    rmSync(join(trial.host.service, DATABASE));
    const { exitCode, output } = await trial.host.joinery('remove', 'health', 'metrics', '--yes');
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    expect({ ...trial.host.files(), 'package-lock.json': '' }).toEqual({
      ...trial.generated,
      'package-lock.json': '',
    });
  });
}
