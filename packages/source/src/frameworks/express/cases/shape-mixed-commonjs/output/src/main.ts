import './platform/config/env';
import app = require('./app');
import { superviseServer } from './platform/index';

const server = app.listen(3000);
superviseServer(server);
