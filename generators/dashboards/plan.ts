import { code, contribute, definePlan, from, literal, template } from '@joinery/kit';

interface Options {
  readonly greeting: string;
}

export default definePlan<Options>({
  statements: ({ options }) => [
    template('dashboards/dashboards.ts', 'dashboards/dashboards.ts'),
    contribute('process.start', {
      name: 'dashboards',
      run: code`() => ${from('dashboards', '#host/dashboards/dashboards')}(${literal(options.greeting)})`,
    }),
  ],
});
