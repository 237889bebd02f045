/*
 * The order of test files: those that take longest come first, so that no processor waits for one of them at the end.
 * Jest knows how long files took only where it has run before, which a machine of CI has not. Parts of paths, measured.
 */
const LONGEST = [
  'tools/starters/nx.',
  'tools/starters/express.',
  'tools/starters/fastify.',
  'packages/testing/src/laws.test',
  'tools/site/site.',
  'tools/observed/observed.',
  'tools/observability/live.',
  'tools/telemetry-sets/sets.',
  'composer/terminal-sessions/sessions.',
  'generators/slo/slo.parts',
  'generators/outbox/',
  'transaction/crash',
  'packages/testing/src/',
  'file-edits/source-edits.properties',
  'templates/lifecycle/lifecycle.test',
  'tools/observability/render-slo',
];

/** What measures costs comes when others are done. */
const LAST = ['append-cost'];

function rank(path) {
  if (LAST.some((part) => path.includes(part))) return LONGEST.length + 1;
  const found = LONGEST.findIndex((part) => path.includes(part));
  return found === -1 ? LONGEST.length : found;
}

/** What Jest asks of a sequencer. */
module.exports = class LongestFirst {
  sort(tests) {
    const size = (test) => test.context.hasteFS.getSize(test.path) ?? 0;
    return [...tests].sort((a, b) => rank(a.path) - rank(b.path) || size(b) - size(a));
  }

  allFailedTests(tests) {
    return tests;
  }

  shard(tests, { shardIndex, shardCount }) {
    return tests.filter((_, index) => index % shardCount === shardIndex - 1);
  }

  cacheResults() {}
};
