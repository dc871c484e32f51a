FROM alpine:3.22
# expect: docker/copy-several-to-file 10-14
COPY a b /app
