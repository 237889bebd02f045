from node:22
cmd exec /usr/bin/node --enable-source-maps dist/server.js