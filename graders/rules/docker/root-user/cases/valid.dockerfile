FROM alpine:3.22 AS a
USER root
FROM alpine:3.22
USER root
RUN true
USER 1000
