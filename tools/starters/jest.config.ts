/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';
import base from '../../jest.config.ts';

// Each starter takes minutes, so they are no part of the unit tests; twenty is an end for what hangs, not a figure.
const config: Config = {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/tools/starters'],
  testMatch: ['**/*.starter.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    // Nest 10 is past its end of life: `JOINERY_STARTERS=all` tries it too.
    ...(process.env.JOINERY_STARTERS === 'all' ? [] : ['nest-10']),
  ],
  testTimeout: 20 * 60_000,
  // Three workers on two cores were no quicker.
  maxWorkers: 2,
};

export default config;
