/** Add a step to a scenario. */
export type Step = (name: string, run: () => Promise<void>) => void;

/** Return a `test` whose steps build on each other: once one has failed, the rest say so instead of failing oddly. */
export function scenario(): Step {
  let failed: string | undefined;
  return (name, run) => {
    test(name, async () => {
      if (failed !== undefined) throw notTried(failed);
      try {
        await run();
      } catch (error) {
        failed = name;
        throw error;
      }
    });
  };
}

function notTried(failed: string): Error {
  const error = new Error(`Not tried, because this failed: ${failed}.`);
  // Where this line stands tells nobody anything.
  error.stack = error.message;
  return error;
}
