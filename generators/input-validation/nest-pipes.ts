import { type HostCall, type HostCode, inSource, note, type Statement, template } from '@joinery/kit';
import type { RouteOptions } from './route-schemas.ts';

/** What makes a `ValidationPipe` refuse what classes do not know, and name every fault by its JSON pointer. */
const STRICT = { whitelist: 'true', forbidNonWhitelisted: 'true', exceptionFactory: 'namedFaults' };

/** A Nest service that validates by classes goes on doing so; its pipes are made strict where routes are to be wired. */
export function nestPipes({ routes }: RouteOptions, hostCode: HostCode): readonly Statement[] {
  const pipes = hostCode.calls(['@nestjs/common.ValidationPipe']);
  const editable = pipes.filter(({ given }) => given !== 'other');
  const byHand = routes === 'wire' ? pipes.filter((call) => !editable.includes(call)) : pipes;
  return [
    template('class-validator/http/validation-pipe.ts', 'http/validation-pipe.ts'),
    ...(routes === 'wire' ? editable.flatMap(strict) : []),
    ...byHand.map(({ file, line }) =>
      note(
        `The \`ValidationPipe\` at \`${file}:${line}\` stays as it is: put \`validationPipe()\` of \`http/validation-pipe.ts\` in its place${routes === 'wire' ? '' : ', or have it made strict by `input-validation.routes=wire`'}.`,
      ),
    ),
    ...(pipes.length > 0
      ? []
      : [
          note(
            'This service has class-validator: call `app.useGlobalPipes(validationPipe())` of `http/validation-pipe.ts` where the app is created.',
          ),
        ]),
  ];
}

function strict({ file, of, first, nth }: HostCall): readonly Statement[] {
  return [
    inSource(file, { kind: 'import', module: '#host/http/validation-pipe', name: 'namedFaults' }),
    ...Object.entries(STRICT).map(([name, text]) =>
      inSource(file, { kind: 'option', of, first, nth, name, text }),
    ),
  ];
}
