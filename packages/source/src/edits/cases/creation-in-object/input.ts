import express from 'express';

function build() {
  const app = express();
  const port = 3000;
  return { app, port };
}

const { app: atlas, port } = build();
atlas.listen(port);
