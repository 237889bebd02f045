import { app } from './app.js';
import './tiles.js';

app.listen(3000);
