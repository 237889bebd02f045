/** @jest-config-loader esbuild-register */
import { availableParallelism } from 'node:os';
import type { Config } from 'jest';

const config: Config = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@joinery/source', 'node', 'require', 'default'] },
  roots: ['<rootDir>/packages', '<rootDir>/generators', '<rootDir>/tools'],
  testMatch: ['**/*.test.ts'],
  // Jest leaves one processor free unless told, and so works one file after the other on a machine with two.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  testSequencer: '<rootDir>/tools/test/longest-first.cjs',
  // An end for what hangs, not a figure: a machine that is shared can be thirty times slower for a while.
  testTimeout: 10 * 60_000,
  testPathIgnorePatterns: [
    '/node_modules/',
    '/dist/',
    '/cases/',
    '/fixtures/',
    '\\.(?:door|parts)\\.test\\.ts$',
  ],
  modulePathIgnorePatterns: ['/dist/', '/cases/', '/fixtures/'],
  moduleNameMapper: { '^fast-check$': '<rootDir>/tools/test/fast-check.cjs' },
  transform: {
    '^.+\\.[cm]?[jt]s$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
      },
    ],
  },
  // Packages that ship ES modules only, or import when they run; Jest runs them as CommonJS.
  transformIgnorePatterns: [
    '/node_modules/(?!(@opentelemetry/otlp-exporter-base|tinyexec|@clack/.*|fast-string-width|fast-string-truncated-width|smol-toml|node-diff3|package-manager-detector)/)',
  ],
};

export default config;
