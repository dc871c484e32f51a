FROM alpine:3.22
# expect: docker/legacy-env 1-12
ENV A 1 2 3
