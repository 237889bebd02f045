import { type ComposeService, contribute, type Statement, startDocument, yaml } from '@joinery/kit';

const REDIS: ComposeService = {
  name: 'redis',
  service: {
    image: 'redis:7-alpine',
    command: ['redis-server', '--save', '', '--maxmemory', '64mb', '--maxmemory-policy', 'allkeys-lru'],
    ports: ['127.0.0.1:6379:6379'],
    healthcheck: { test: ['CMD', 'redis-cli', 'ping'], interval: '2s', timeout: '2s', retries: 15 },
  },
};

const COMMENT = 'The cache for development: docker compose -f compose.cache.yaml up -d';

/** A cache to develop with: in the stack where there is one, else in a compose file of its own. */
export function composeFiles(hasStack: boolean): readonly Statement[] {
  if (hasStack) return [contribute('compose.services', REDIS)];
  return [startDocument('compose.cache.yaml', yaml({ services: { [REDIS.name]: REDIS.service } }, COMMENT))];
}
