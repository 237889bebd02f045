FROM node:22
EXPOSE 3000
EXPOSE 9464
CMD ["node", "a.js"]