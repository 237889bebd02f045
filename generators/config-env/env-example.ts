import type { DotenvEntry, EnvVariable } from '@joinery/kit';

/** List every variable for `.env.example`; secrets and variables without a default stay empty. */
export function envExample(variables: readonly EnvVariable[]): readonly DotenvEntry[] {
  return variables.map(({ name, default: value, secret, description }) => ({
    name,
    value: secret === true || value === undefined ? '' : String(value),
    comment: description,
  }));
}
