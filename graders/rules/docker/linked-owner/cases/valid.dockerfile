FROM node:26
ARG UID=1000
COPY --link --chown=1000:1000 a /b/
COPY --link --chown=1000 a /b/
COPY --link --chown=${UID}:node a /b/
COPY --link=false --chown=node a /b/
COPY --chown=node a /b/
