from node:22
EXPOSE 3000
cmd exec /usr/bin/node --import ./dist/preload.js --enable-source-maps dist/server.js