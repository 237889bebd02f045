/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';
import base from '../../jest.config.ts';

// These install packages into services, so they are no part of the unit tests.
const config: Config = {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/tools/pages'],
  testMatch: ['**/*.session.ts'],
  testTimeout: 30 * 60_000,
  // Sessions wait for the disk as often as for a processor; all of them are one file, which shares what is installed.
  maxConcurrency: 2,
};

export default config;
