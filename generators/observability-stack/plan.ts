import { code, contribute, definePlan, from, literal, template } from '@joinery/kit';

interface Options {
  readonly greeting: string;
}

export default definePlan<Options>({
  statements: ({ options }) => [
    template('observability-stack/observability-stack.ts', 'observability-stack/observability-stack.ts'),
    contribute('process.start', {
      name: 'observability-stack',
      run: code`() => ${from('observabilityStack', '#host/observability-stack/observability-stack')}(${literal(options.greeting)})`,
    }),
  ],
});
