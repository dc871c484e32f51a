# timonel check=docker/missing-healthcheck
FROM alpine:3.22 AS a
HEALTHCHECK CMD true
FROM a
EXPOSE 80
