import { type ArgumentMetadata, type ValidationError, ValidationPipe } from '@nestjs/common';
import { type AppError, badRequest, type Fault } from '#host/errors/app-error';
import { checkBody } from '#host/http/body';

/**
 * Make the strict pipe for the classes of this service: what they do not know is refused, and every fault is named by
 * its JSON pointer.
 *
 * @example app.useGlobalPipes(validationPipe());
 */
export function validationPipe(): ValidationPipe {
  return new BoundedPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: namedFaults,
  });
}

/** Looks at bodies before classes are made of them: nothing may reach into prototypes, or be nested too deeply. */
class BoundedPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body') checkBody(value);
    return super.transform(value, metadata);
  }
}

/** Say by JSON pointers what class-validator found: the `exceptionFactory` of a pipe. */
export function namedFaults(errors: readonly ValidationError[]): AppError {
  return badRequest(
    'The request is not valid.',
    errors.flatMap((error) => faultsOf(error, '')),
  );
}

function faultsOf(
  { property, constraints = {}, children = [] }: ValidationError,
  path: string,
): readonly Fault[] {
  const pointer = `${path}/${property.replace(/~/g, '~0').replace(/\//g, '~1')}`;
  return [
    ...Object.values(constraints).map((detail) => ({ pointer, detail })),
    ...children.flatMap((child) => faultsOf(child, pointer)),
  ];
}
