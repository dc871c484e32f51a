FROM node:26
# expect: docker/linked-owner 21-30
COPY --link --chown=node:node a /b/
# expect: docker/linked-owner 13-19
ADD --chown=0:node --link a /b/
