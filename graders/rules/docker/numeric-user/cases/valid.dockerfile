FROM alpine:3.22 AS a
USER app
FROM alpine:3.22
USER app
RUN true
USER 1000:app
