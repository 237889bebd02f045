import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { badRequest, type Fault } from '#host/errors/app-error';

/**
 * Make the strict pipe for the classes of this service: what they do not know is refused, and every fault is named by
 * its JSON pointer.
 *
 * @example app.useGlobalPipes(validationPipe());
 */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      badRequest(
        'The request is not valid.',
        errors.flatMap((error) => faultsOf(error, '')),
      ),
  });
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
