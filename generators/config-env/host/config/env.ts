import { z } from 'zod';
import { loadEnv } from '../../templates/config/load-env.ts';

export const envSchema = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).optional(),
});

export const env = loadEnv(envSchema, {});
