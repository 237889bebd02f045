import express from 'express';

const größe = '🗺️';
const 应用 = express(); // 地图 🧭
应用.get('/', (_, response) => response.send(größe));
应用.listen(3000);
