import * as web from './web.js';

web.app.listen(3000);
