FROM --platform=$BUILDPLATFORM golang:1.26 AS a
FROM --platform=amd64 alpine:3.23 AS b
FROM --platform=$TARGETPLATFORM alpine:3.23
USER 1000
CMD ["sh"]
