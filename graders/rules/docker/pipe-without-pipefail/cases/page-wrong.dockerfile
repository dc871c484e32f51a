FROM debian:13-slim
# expect: docker/pipe-without-pipefail 5-37
RUN curl -fsSL https://example.com/x | tar xz
