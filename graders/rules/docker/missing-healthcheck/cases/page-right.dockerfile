FROM debian:13-slim
EXPOSE 8080
HEALTHCHECK CMD wget -qO- http://localhost:8080/salud || exit 1
