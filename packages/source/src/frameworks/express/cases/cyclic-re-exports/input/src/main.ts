import { app } from './a.js';

app.listen(3000);
