/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';
import base from '../../jest.config.ts';

// These start real `joinery`, `nx` and `yo` processes, so they are no part of the unit tests.
const config: Config = {
  ...base,
  rootDir: '../..',
  testMatch: ['**/*.door.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/cases/', '/fixtures/'],
  testTimeout: 20 * 60_000,
};

export default config;
