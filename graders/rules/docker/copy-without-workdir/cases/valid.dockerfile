FROM python:3.14-slim AS a
WORKDIR /app
COPY a .
FROM a
COPY b .
FROM golang:1.26
COPY . .
FROM alpine:3.22
COPY a /a
COPY b $X/
