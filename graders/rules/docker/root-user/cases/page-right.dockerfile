FROM debian:13-slim
USER root
RUN apk add curl
USER 1000
CMD ["app"]
