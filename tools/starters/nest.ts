import { type Edit, SLOW_MS, SLOW_STARTED, type Starter } from './starter.ts';

/** The application that one major version of Nest's CLI makes. */
export function nest(version: number): Starter {
  return {
    name: `nest-${version}`,
    generate: [
      { command: `npx @nestjs/cli@${version} new service --package-manager npm --language TypeScript` },
    ],
    build: ['npm run build'],
    test: ['npm test', 'npm run test:e2e'],
    start: { script: 'start:prod' },
    routes,
  };
}

const controller = 'src/app.controller.ts';
const routes: readonly Edit[] = [
  { file: controller, before: " } from '@nestjs/common';", insert: ', Param' },
  {
    file: controller,
    before: '  @Get()\n',
    insert: `  @Get('orders/:id')
  getOrder(@Param('id') id: string): { id: string } {
    return { id };
  }

  @Get('slow')
  async getSlow(): Promise<string> {
    console.log('${SLOW_STARTED}');
    await new Promise((resolve) => setTimeout(resolve, ${SLOW_MS}));
    return 'done';
  }

`,
  },
];
