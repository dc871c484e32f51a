# timonel check=docker/missing-healthcheck
FROM alpine:3.22
# expect: docker/missing-healthcheck 1-10
EXPOSE 80
