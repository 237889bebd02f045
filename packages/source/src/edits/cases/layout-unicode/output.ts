import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const größe = '🗺️';
const 应用 = express(); // 地图 🧭
installPlatform(应用);
应用.get('/', (_, response) => response.send(größe));
const server = 应用.listen(3000);
superviseServer(server);
