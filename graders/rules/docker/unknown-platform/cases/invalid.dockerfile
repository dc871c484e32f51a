# expect: docker/unknown-platform 17-28
FROM --platform=linux/amd65 alpine:3.22
