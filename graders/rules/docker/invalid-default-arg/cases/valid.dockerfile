ARG TAG=3.22
ARG V
FROM alpine:${TAG}
FROM alpine:3${V}
FROM busybox:${V:-1.37}
