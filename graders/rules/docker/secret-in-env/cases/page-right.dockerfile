FROM debian:13-slim
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci
