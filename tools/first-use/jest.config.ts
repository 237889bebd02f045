/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';
import base from '../../jest.config.ts';

// These install packages from a registry of their own, so they are no part of the unit tests.
const config: Config = {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/tools/first-use'],
  testMatch: ['**/*.walk.ts'],
  testTimeout: 30 * 60_000,
};

export default config;
