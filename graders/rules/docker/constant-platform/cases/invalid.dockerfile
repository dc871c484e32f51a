# expect: docker/constant-platform 6-28
FROM --platform=linux/amd64 alpine:3.22
