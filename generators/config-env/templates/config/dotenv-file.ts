import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'dotenv';

/**
 * The environment of the process, and what `.env` adds to it. `process.env` stays as it is:
 * which files the service itself loads, and when, is its own affair.
 */
export function withDotenvFile(file = '.env'): Readonly<Record<string, string | undefined>> {
  return existsSync(file) ? { ...parse(readFileSync(file)), ...process.env } : process.env;
}
