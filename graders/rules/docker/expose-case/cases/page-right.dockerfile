FROM debian:13-slim
EXPOSE 80/tcp
