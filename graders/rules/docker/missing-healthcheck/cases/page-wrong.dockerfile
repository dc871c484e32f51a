# timonel check=docker/missing-healthcheck
FROM debian:13-slim
# expect: docker/missing-healthcheck 1-12
EXPOSE 8080
