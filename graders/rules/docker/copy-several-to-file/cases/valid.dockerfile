FROM alpine:3.22
WORKDIR /x
COPY a b /app/
COPY a b .
COPY a b "./c/"
COPY a /b
ARG DIR=/d/
COPY a b $DIR
