// Derived from generators/logging by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'logging',
  title: 'Logging',
  options: [
    {
      name: 'library',
      type: 'string',
      description: 'What writes the log; `auto` is winston where the service uses it and not pino, else pino',
    },
    {
      name: 'level',
      type: 'string',
      description: 'The default of LOG_LEVEL',
    },
    {
      name: 'consoleCalls',
      type: 'string',
      description:
        "What becomes of the service's own calls of `console`: `list` names them, `convert` makes calls of the logger of them",
    },
  ],
});
