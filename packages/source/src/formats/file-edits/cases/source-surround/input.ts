import axios from 'axios';

const bank = axios.create({ baseURL: 'http://bank' }); // one
export const one = () => axios.get('/one');
export const two = () =>
  axios
    // the second
    .get<string>('/two');
export const three = (axios: Axios) => axios.get('/three');
export const four = () => axios(  { url: '/four' } );
