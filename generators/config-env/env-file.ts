import {
  type Code,
  type Contributed,
  code,
  type EnvVariable,
  from,
  type ImportedSymbol,
  join,
  literal,
  type Profile,
} from '@joinery/kit';
import { readsDotenv } from './reads-dotenv.ts';
import { zodModule } from './zod-module.ts';

type Variable = Contributed<'env.variables'>;

/** Write `config/env.ts`: one entry per variable, grouped by the feature that reads it. */
export function envFile(variables: readonly Variable[], host: Profile): Code {
  const z = from('z', zodModule(host));
  const source =
    readsDotenv(host) !== 'no' ? code`, ${from('withDotenvFile', '#host/config/dotenv-file')}()` : '';
  const entries = variables.map((variable, index) => entry(z, variable, variables[index - 1]?.feature));
  return code`/** Every variable the platform reads. Add yours: this is an ordinary schema. */
export const envSchema = ${z}.object({
${join(entries, '\n')}
});

/** The environment, checked and frozen. A fault ends the process before it serves anything. */
export const env = ${from('loadEnv', '#host/config/load-env')}(envSchema${source});
`;
}

function entry(z: ImportedSymbol, variable: Variable, previousFeature: string | undefined): Code {
  const group = variable.feature === previousFeature ? '' : `  // ${variable.feature}\n`;
  return code`${group}  /** ${variable.description} */\n  ${variable.name}: ${schema(z, variable)},`;
}

function schema(z: ImportedSymbol, variable: EnvVariable): Code {
  if (variable.developmentOnly === true && variable.default !== undefined) {
    return code`${from('developmentDefault', '#host/config/development-default')}(${typeSchema(z, variable)}, ${literal(variable.default)})`;
  }
  if (variable.default !== undefined)
    return code`${typeSchema(z, variable)}.default(${literal(variable.default)})`;
  return variable.optional === true ? code`${typeSchema(z, variable)}.optional()` : typeSchema(z, variable);
}

function typeSchema(z: ImportedSymbol, variable: EnvVariable): Code {
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
