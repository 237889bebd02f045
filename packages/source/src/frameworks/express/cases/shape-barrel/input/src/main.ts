import { service as app } from './web';

app.listen(3000);
