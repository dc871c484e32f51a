FROM debian:13
# expect: docker/pipe-without-pipefail 5-31
RUN curl -fsSL https://x.com/a | tar xz
