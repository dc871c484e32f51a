FROM debian:13-slim
# expect: docker/apk-cache 19-31
RUN apk update && apk add curl
