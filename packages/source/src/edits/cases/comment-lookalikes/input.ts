import express from 'express';

// const app = express();
/* app.listen(1); */
const text = `app.listen(${1}) // not this`;
const other = "app.listen(2)";
const app = express();
app.locals.text = text + other;
app.listen(3000);
