FROM alpine:3.23
RUN apk add --no-cache curl=8.0
RUN apk add curl=8.0 && rm -rf /var/cache/apk/*
RUN --mount=type=cache,target=/var/cache/apk apk add curl=8.0
USER 1000
CMD ["sh"]
