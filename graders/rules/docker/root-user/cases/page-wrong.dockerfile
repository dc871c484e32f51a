FROM debian:13-slim
# expect: docker/root-user 1-10
USER root
RUN apk add curl
CMD ["app"]
