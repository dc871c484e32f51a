# expect: docker/invalid-platform 17-20
FROM --platform=x86 golang:1.26 AS a
# expect: docker/invalid-platform 17-33
FROM --platform=linux/amd64/v2/x alpine:3.23
# expect: docker/invalid-platform 17-19
FROM --platform=$Z alpine:3.23 AS b
FROM alpine:3.23
USER 1000
CMD ["sh"]
