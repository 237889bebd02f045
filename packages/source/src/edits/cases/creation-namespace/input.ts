import express from 'express';

namespace Atlas {
  export const app = express();
}

Atlas.app.listen(3000);
