# syntax=docker/dockerfile:1
FROM node:22 AS build
WORKDIR /app
CMD ["node", "x"]

FROM node:22-slim
COPY --from=build /app/dist ./dist
# start
CMD ["node", "dist/server.js"]
