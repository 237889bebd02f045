import express from 'express';

const api = express();
const admin = express();

api.listen(3000);
admin.listen(3001);
