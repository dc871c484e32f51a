FROM alpine:3.22
# expect: docker/maintainer 1-17
MAINTAINER a@b.c
