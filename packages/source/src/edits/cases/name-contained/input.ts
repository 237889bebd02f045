import express from 'express';

const installPlatformLater = false;
const app = express();
app.set('later', installPlatformLater);
app.listen(3000);
