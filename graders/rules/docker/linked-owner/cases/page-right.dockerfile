FROM debian:13-slim
COPY --link --chown=1000:1000 . /app
