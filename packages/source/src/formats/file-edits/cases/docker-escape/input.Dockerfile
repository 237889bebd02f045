# escape=`
FROM node:22
RUN a `
  CMD b
