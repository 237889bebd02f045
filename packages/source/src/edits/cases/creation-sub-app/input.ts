import express from 'express';

const app = express();
const admin = express();

admin.get('/', (_, response) => response.end());
app.use('/admin', admin);
app.listen(3000);
