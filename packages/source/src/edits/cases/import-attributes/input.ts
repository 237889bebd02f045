import express from 'express';
import cities from './cities.json' with { type: 'json' };

const app = express();
app.get('/', (_, response) => response.json(cities));
app.listen(3000);
