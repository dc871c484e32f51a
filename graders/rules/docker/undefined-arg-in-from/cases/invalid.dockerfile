ARG VERSION=3.14
ARG REGISTRO
# expect: docker/undefined-arg-in-from 13-23
FROM python:${VERSOIN}-slim
ARG OTRA=1
# expect: docker/undefined-arg-in-from 13-18
FROM alpine:$OTRA
