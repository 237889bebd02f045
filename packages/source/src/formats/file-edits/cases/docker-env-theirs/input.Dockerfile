FROM node:22
ENV A=1 \
    PORT=80
CMD ["node", "a"]
