FROM alpine:3.22
EXPOSE 80/tcp 53/udp 8080
