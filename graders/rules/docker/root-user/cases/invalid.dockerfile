FROM alpine:3.22
USER 1000
# expect: docker/root-user 1-12
USER 0:1000
