FROM debian:13-slim
ENV APP=/app
ENV BIN=$APP/bin
