FROM debian:13-slim
# expect: docker/linked-owner 21-30
COPY --link --chown=node:node . /app
