import { default as express, Router } from 'express';

const app = express();
app.use(Router());
app.listen(3000);
