import type { Signal } from './signal.ts';

const TEST_OF_ERROR = '(?:err|error|e|ex|exception|reason)';

/** What a service does with requests. */
export const HTTP_SIGNALS = {
  route: {
    found: 'answers a route',
    missing: 'no route',
    pattern:
      /\.\s*(?:get|post|put|patch|delete|del|all)\s*\(\s*["'`]\/|@(?:Get|Post|Put|Patch|Delete|All)\s*\(/g,
  },
  'post-route': {
    found: 'takes a POST',
    missing: 'no POST route',
    pattern: /\.\s*post\s*\(\s*["'`]\/|@Post\s*\(/g,
  },
  'health-route': {
    found: 'answers a health check',
    missing: 'no health route',
    packages: [
      '@nestjs/terminus',
      '@godaddy/terminus',
      'lightship',
      '@cloudnative/health-connect',
      'fastify-healthcheck',
      'under-pressure',
      '@fastify/under-pressure',
    ],
    pattern:
      /["'`]\/?(?:api\/)?(?:_?health(?:z|check|-check)?|livez|readyz|startupz|liveness|readiness)(?:\/[\w-]*)?["'`]/g,
  },
  'security-headers': {
    found: 'sets security headers',
    missing: 'no security headers',
    packages: ['helmet', '@fastify/helmet', 'fastify-helmet', 'koa-helmet', 'lusca', 'koa-lusca'],
    pattern: /["']hono\/secure-headers["']|["'`](?:content-security-policy|strict-transport-security)["'`]/gi,
  },
  'rate-limiter': {
    found: 'limits rates',
    missing: 'no rate limit',
    packages: [
      'express-rate-limit',
      'rate-limiter-flexible',
      '@fastify/rate-limit',
      'fastify-rate-limit',
      '@nestjs/throttler',
      'koa-ratelimit',
      'koa2-ratelimit',
      'hono-rate-limiter',
      'express-slow-down',
    ],
  },
  'auth-route': {
    found: 'answers a sign-in route',
    missing: 'no sign-in route',
    pattern:
      /["'`]\/?(?:[\w/:-]*\/)?(?:log-?in|sign-?in|sign-?up|register|(?:reset|forgot)[\w-]*password|password[\w-]*reset|token|otp)["'`]/gi,
  },
  'admin-route': {
    found: 'answers an administrative or deleting route',
    missing: 'no administrative or deleting route',
    pattern:
      /["'`]\/?(?:[\w/:-]*\/)?(?:admin|roles?|permissions|payments?|refunds?)(?:\/[\w/:-]*)?["'`]|\.\s*delete\s*\(\s*["'`]\/|@Delete\s*\(/g,
  },
  'body-read': {
    found: 'reads a request body',
    missing: 'no request body is read',
    pattern:
      /\b(?:req|request|ctx\.request)\s*\.\s*body\b|\bc\s*\.\s*req\s*\.\s*(?:json|parseBody)\s*\(|@Body\s*\(/g,
  },
  'body-schema': {
    found: 'checks what comes in',
    missing: 'no schema for it',
    packages: [
      'zod',
      'joi',
      '@hapi/joi',
      'yup',
      'ajv',
      'valibot',
      'arktype',
      'superstruct',
      'class-validator',
      'express-validator',
      'celebrate',
      'io-ts',
      'koa-joi-router',
      '@sinclair/typebox',
      'typebox',
      '@fastify/type-provider-typebox',
      'fastify-type-provider-zod',
      '@hono/zod-validator',
    ],
  },
  'error-message-sent': {
    found: 'sends the message of an error to the client',
    missing: 'no message of an error is sent',
    pattern: new RegExp(
      `\\b(?:send|json|end|write|text)\\s*\\([^\\n]{0,120}\\b${TEST_OF_ERROR}\\.(?:message|stack)\\b|\\bbody\\s*=[^\\n]{0,120}\\b${TEST_OF_ERROR}\\.(?:message|stack)\\b`,
      'g',
    ),
  },
  'error-handler': {
    found: 'handles errors in one place',
    missing: 'no error handler',
    pattern:
      /\(\s*_?(?:err|error)\w*\s*(?::[^,()\n]{0,60})?,\s*_?\w+\s*(?::[^,()\n]{0,60})?,\s*_?\w+\s*(?::[^,()\n]{0,60})?,\s*_?\w+\s*(?::[^,()\n]{0,60})?,?\s*\)|\bsetErrorHandler\s*\(|\.\s*onError\s*\(|@Catch\s*\(|\buseGlobalFilters\s*\(|\bAPP_FILTER\b/g,
  },
  'trust-proxy-all': {
    found: 'trusts every proxy',
    missing: 'not every proxy is trusted',
    pattern:
      /["'`]trust proxy["'`]\s*,\s*true\b|\btrustProxy\s*:\s*true\b|\bapp\.proxy\s*=\s*true\b|\bproxy\s*:\s*true\b/g,
  },
  'token-check': {
    found: 'checks tokens by itself',
    missing: 'no check of tokens',
    packages: [
      'jsonwebtoken',
      'passport-jwt',
      'koa-jwt',
      'express-jwt',
      '@fastify/jwt',
      '@nestjs/jwt',
      'jwks-rsa',
      'fast-jwt',
    ],
    pattern:
      /\bheaders\s*(?:\.\s*authorization\b|\[\s*["'`]authorization["'`]\s*\])|\.\s*(?:header|get)\s*\(\s*["'`]authorization["'`]\s*\)/gi,
  },
  'role-check': {
    found: 'compares roles in the code',
    missing: 'no comparison of roles',
    pattern:
      /\.\s*roles?\s*(?:!==?|===?)\s*["'`]|\broles?\s*\.\s*(?:includes|some|indexOf)\s*\(|\bisAdmin\b/g,
  },
  'api-document': {
    found: 'describes its API',
    missing: 'no description of the API',
    packages: [
      '@nestjs/swagger',
      '@fastify/swagger',
      'swagger-jsdoc',
      'swagger-ui-express',
      '@hono/zod-openapi',
      '@asteasolutions/zod-to-openapi',
      'express-openapi-validator',
      'tsoa',
      'koa2-swagger-ui',
    ],
  },
  'outbound-call': {
    found: 'calls another service',
    missing: 'no call to another service',
    packages: [
      'axios',
      'got',
      'undici',
      'node-fetch',
      'ky',
      'superagent',
      'request',
      '@nestjs/axios',
      '@grpc/grpc-js',
    ],
    pattern: /(?<![\w.])fetch\s*\(/g,
  },
  'outbound-timeout': {
    found: 'limits how long a call may take',
    missing: 'no time limit on it',
    packages: ['cockatiel', 'opossum', 'p-timeout', 'p-retry'],
    pattern: /\bAbortSignal\s*\.\s*timeout\s*\(|\btimeout\s*:/g,
  },
} as const satisfies Readonly<Record<string, Signal>>;
