FROM debian:13
RUN apt-get update && \
# expect: docker/empty-continuation 1-1

    apt-get install -y curl
