ARG V=3.14
FROM python:${V} AS a
FROM a
FROM scratch
FROM gcr.io/distroless/static-debian12
FROM nginx@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
FROM localhost:5000/x:1
