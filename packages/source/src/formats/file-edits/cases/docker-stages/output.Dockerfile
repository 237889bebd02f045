# syntax=docker/dockerfile:1
FROM node:22 AS build
WORKDIR /app
CMD ["node", "x"]

FROM node:22-slim
COPY --from=build /app/dist ./dist
EXPOSE 9464
ENV OTEL_SERVICE_NAME=orders
# start
CMD ["node", "--import", "./dist/platform/preload.js", "dist/server.js"]
