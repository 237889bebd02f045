import { code, contribute, definePlan, from, literal, template } from '@joinery/kit';

interface Options {
  readonly greeting: string;
}

export default definePlan<Options>({
  statements: ({ options }) => [
    template('logging/logging.ts', 'logging/logging.ts'),
    contribute('process.start', {
      name: 'logging',
      run: code`() => ${from('logging', '#host/logging/logging')}(${literal(options.greeting)})`,
    }),
  ],
});
