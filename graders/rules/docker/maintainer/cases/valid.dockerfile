FROM alpine:3.22
LABEL org.opencontainers.image.authors="a@b.c"
