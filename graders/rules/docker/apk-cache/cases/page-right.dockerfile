FROM debian:13-slim
RUN apk add --no-cache curl
