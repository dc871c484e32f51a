FROM alpine:3.23
# expect: docker/apk-cache 5-21
RUN apk add curl=8.0
USER 1000
CMD ["sh"]
