import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { describe, it } from '#host/test';

describe('the architecture', () => {
  it('is as architecture.rules.json says', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/check-architecture.mjs'], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  });
});
