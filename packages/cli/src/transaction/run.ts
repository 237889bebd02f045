import { x } from 'tinyexec';
import type { Run } from './package-manager.ts';

/** Run a program and collect what it says; nothing of it reaches the terminal. */
export const run: Run = async ({ program, args, folder, env }, signal) => {
  try {
    const result = await x(program, [...args], {
      signal,
      throwOnError: false,
      nodeOptions: { cwd: folder, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
    });
    return { code: result.exitCode ?? 1, output: `${result.stdout}${result.stderr}`.trim() };
  } catch (error) {
    return { code: 127, output: error instanceof Error ? error.message : String(error) };
  }
};
