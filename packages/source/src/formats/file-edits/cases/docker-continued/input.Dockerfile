FROM node:22
RUN apt-get update && \
  # CMD not here

  apt-get install -y tini
RUN <<EOF
CMD ["node", "no"]
EOF
ENTRYPOINT ["tini", "--", "node"]
CMD ["dist/main.js"]
