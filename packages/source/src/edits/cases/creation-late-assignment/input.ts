import express from 'express';

let app: express.Express;

app = express();
app.use(express.json());
app.listen(3000);
