export * from '../../templates/requests/requests.ts';
