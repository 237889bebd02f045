export * from '../../../http-requests/templates/requests/requests.ts';
