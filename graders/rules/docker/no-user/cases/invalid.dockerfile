FROM golang:1.26 AS build
USER 1000
# expect: docker/no-user 6-17
FROM alpine:3.22
CMD ["sh"]
