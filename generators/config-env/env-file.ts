import { type Code, type Contributed, code, type EnvVariable, from, join, literal } from '@joinery/kit';
import type { ReadsDotenv } from './reads-dotenv.ts';

type Variable = Contributed<'env.variables'>;

const z = from('z', 'zod');

/** Write `config/env.ts`: one entry per variable, grouped by the feature that reads it. */
export function envFile(variables: readonly Variable[], readsDotenv: ReadsDotenv): Code {
  const source =
    readsDotenv === 'file' ? code`, ${from('withDotenvFile', '#host/config/dotenv-file')}()` : '';
  const entries = variables.map((variable, index) => entry(variable, variables[index - 1]?.feature));
  return code`/** Every variable the platform reads. Add yours: this is an ordinary schema. */
export const envSchema = ${z}.object({
${join(entries, '\n')}
});

/** The environment, checked and frozen. A fault ends the process before it serves anything. */
export const env = ${from('loadEnv', '#host/config/load-env')}(envSchema${source});
`;
}

function entry(variable: Variable, previousFeature: string | undefined): Code {
  const group = variable.feature === previousFeature ? '' : `  // ${variable.feature}\n`;
  return code`${group}  /** ${variable.description} */\n  ${variable.name}: ${schema(variable)},`;
}

function schema(variable: EnvVariable): Code {
  if (variable.developmentOnly === true && variable.default !== undefined) {
    return code`${from('developmentDefault', '#host/config/load-env')}(${typeSchema(variable)}, ${literal(variable.default)})`;
  }
  if (variable.default !== undefined)
    return code`${typeSchema(variable)}.default(${literal(variable.default)})`;
  return variable.optional === true ? code`${typeSchema(variable)}.optional()` : typeSchema(variable);
}

function typeSchema(variable: EnvVariable): Code {
  switch (variable.type) {
    case 'string':
      return code`${z}.string()`;
    case 'integer':
      return code`${z}.coerce.number().int()${bounds(variable)}`;
    case 'number':
      return code`${z}.coerce.number()${bounds(variable)}`;
    case 'boolean':
      return code`${z}.stringbool()`;
    case 'port':
      return code`${z}.coerce.number().int().min(0).max(65535)`;
    case 'url':
      return code`${z}.url()`;
    case 'enum':
      return code`${z}.enum([${(variable.values ?? []).map(literal)}])`;
  }
}

function bounds({ min, max }: EnvVariable): string {
  return `${min === undefined ? '' : `.min(${min})`}${max === undefined ? '' : `.max(${max})`}`;
}
