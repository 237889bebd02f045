import { code, contribute, definePlan, from, literal, template } from '@joinery/kit';

interface Options {
  readonly greeting: string;
}

export default definePlan<Options>({
  statements: ({ options }) => [
    template('tracing/tracing.ts', 'tracing/tracing.ts'),
    contribute('process.start', {
      name: 'tracing',
      run: code`() => ${from('tracing', '#host/tracing/tracing')}(${literal(options.greeting)})`,
    }),
  ],
});
