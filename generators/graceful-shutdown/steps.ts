import { type Code, code, from, join, literal, type ShutdownStep, type StartStep } from '@joinery/kit';

/** Write the start steps as a list. */
export function startSteps(steps: readonly StartStep[]): Code {
  const list = steps.map(({ name, stage = 'open', run }) =>
    stage === 'open'
      ? code`\n  { name: ${literal(name)}, run: ${run} },`
      : code`\n  { name: ${literal(name)}, stage: ${literal(stage)}, run: ${run} },`,
  );
  return code`${from('startSteps', '#host/lifecycle/steps')}(${bracketed(list)})`;
}

/** Write the shutdown steps as a list. */
export function shutdownSteps(steps: readonly ShutdownStep[]): Code {
  const list = steps.map(
    ({ name, stage, run }) => code`\n  { name: ${literal(name)}, stage: ${literal(stage)}, run: ${run} },`,
  );
  return code`${from('shutdownSteps', '#host/lifecycle/steps')}(${bracketed(list)})`;
}

function bracketed(list: readonly Code[]): Code {
  return list.length === 0 ? code`[]` : code`[${join(list, '')}\n]`;
}
