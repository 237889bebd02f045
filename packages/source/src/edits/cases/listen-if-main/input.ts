import express from 'express';

export const app = express();

if (require.main === module) app.listen(3000);
