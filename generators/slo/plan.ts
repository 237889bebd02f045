import { code, contribute, definePlan, from, literal, template } from '@joinery/kit';

interface Options {
  readonly greeting: string;
}

export default definePlan<Options>({
  statements: ({ options }) => [
    template('slo/slo.ts', 'slo/slo.ts'),
    contribute('process.start', {
      name: 'slo',
      run: code`() => ${from('slo', '#host/slo/slo')}(${literal(options.greeting)})`,
    }),
  ],
});
