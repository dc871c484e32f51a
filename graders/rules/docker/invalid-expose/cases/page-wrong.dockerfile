FROM debian:13-slim
# expect: docker/invalid-expose 8-12
EXPOSE http
