import axios from 'axios';
import { bankAxios } from './clients.js';

const bank = bankAxios(axios).create({ baseURL: 'http://bank' }); // one
export const one = () => bankAxios(axios).get('/one');
export const two = () =>
  bankAxios(axios)
    // the second
    .get<string>('/two');
export const three = (axios: Axios) => axios.get('/three');
export const four = () => bankAxios(axios)(  { url: '/four' } );
