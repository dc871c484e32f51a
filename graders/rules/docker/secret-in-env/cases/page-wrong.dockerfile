FROM debian:13-slim
# expect: docker/secret-in-env 5-14
ARG NPM_TOKEN
RUN npm ci
