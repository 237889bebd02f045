/*
 * A generator of somebody else's that prepares a service and composes with Joinery, run as `yo` would run it:
 *   node outer-generator.mjs <folder>
 */
import { createEnv } from 'yeoman-environment';
import Generator from 'yeoman-generator';
import App from '../generators/app/index.ts';
import Health from '../generators/health/index.ts';

class Outer extends Generator {
  async initializing() {
    const options = { force: true, skipInstall: true, tier: 'basic' };
    await this.composeWith({ Generator: App, path: import.meta.filename }, ['config-env'], options);
    await this.composeWith([{ Generator: Health, path: import.meta.filename }], [], {
      ...options,
      cacheMs: 750,
    });
  }

  writing() {
    this.fs.write(this.destinationPath('src/server.ts'), this.fs.read(this.destinationPath('src/seed.txt')));
  }
}

const cwd = process.argv[2] ?? '';
const env = createEnv({ cwd, force: true, skipInstall: true });
await env.runGenerator(
  await env.instantiate(Outer, {
    generatorArgs: [],
    generatorOptions: { force: true, skipInstall: true },
  }),
);
