FROM alpine:3.22
# expect: docker/env-self-reference 18-22
ENV APP=/app BIN=$APP/bin
