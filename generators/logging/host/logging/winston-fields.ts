export * from '../../templates/winston/logging/winston-fields.ts';
