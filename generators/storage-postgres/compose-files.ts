import { type ComposeService, contribute, type Statement, startDocument, yaml } from '@joinery/kit';

const POSTGRES: ComposeService = {
  name: 'postgres',
  service: {
    image: 'postgres:17-alpine',
    environment: { POSTGRES_USER: 'app', POSTGRES_PASSWORD: 'app', POSTGRES_DB: 'app' },
    ports: ['127.0.0.1:5432:5432'],
    volumes: ['postgres:/var/lib/postgresql/data'],
    healthcheck: { test: ['CMD', 'pg_isready', '-U', 'app'], interval: '2s', timeout: '2s', retries: 15 },
  },
  volumes: ['postgres'],
};

const COMMENT = 'The database for development: docker compose -f compose.storage.yaml up -d';

/** A database to develop with: in the stack where there is one, else in a compose file of its own. */
export function composeFiles(hasStack: boolean): readonly Statement[] {
  if (hasStack) return [contribute('compose.services', POSTGRES)];
  const { name, service } = POSTGRES;
  const compose = { services: { [name]: service }, volumes: { postgres: {} } };
  return [startDocument('compose.storage.yaml', yaml(compose, COMMENT))];
}
