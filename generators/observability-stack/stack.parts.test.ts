import { describeWith } from '../../tools/parts/parts.ts';
import { runOn } from '../../tools/parts/promtool.ts';
import { prometheusConfig } from './configurations.ts';

describeWith('promtool')('the stack', () => {
  test('Prometheus takes its configuration', () => {
    const files = {
      'prometheus.yaml': JSON.stringify(
        prometheusConfig('@shop/orders', 9464, 'http://localhost:3000/livez'),
      ),
      'a.rules.yaml': JSON.stringify({ groups: [] }),
    };
    const said = runOn(files, ['promtool', 'check', 'config', 'prometheus.yaml']);
    expect(said).toMatchObject({ status: 0, output: expect.stringContaining('prometheus.yaml is valid') });
  });
});
