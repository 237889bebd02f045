import express from 'express';

function installPlatform(name: string) {
  return name;
}

const app = express();
app.set('name', installPlatform('atlas'));
app.listen(3000);
