ARG TAG
# expect: docker/invalid-default-arg 6-19
FROM alpine:${TAG}
ARG X
FROM alpine:3.22
