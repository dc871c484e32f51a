FROM debian:13-slim
# expect: docker/copy-several-to-file 16-20
COPY a.py b.py /app
