FROM node:22
RUN apt-get update && \
  # CMD not here

  apt-get install -y tini
RUN <<EOF
CMD ["node", "no"]
EOF
USER node
ENTRYPOINT ["tini", "--", "node", "--import", "./p.js"]
CMD ["dist/main.js"]
