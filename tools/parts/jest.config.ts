/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';
import base from '../../jest.config.ts';

// These start real parts (PostgreSQL, Redis, Prometheus, a browser, a terminal), so they are no part of the unit tests.
const config: Config = {
  ...base,
  rootDir: '../..',
  testMatch: ['**/*.parts.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/cases/', '/fixtures/'],
  globalSetup: '<rootDir>/tools/parts/install-parts.ts',
  // An end for what hangs, not a figure.
  testTimeout: 20 * 60_000,
  // They often wait: for a scrape, a key, a restart.
  maxWorkers: 3,
};

export default config;
