FROM debian:13-slim
RUN apt-get update
# expect: docker/merge-runs 1-4
RUN apt-get install -y curl
RUN rm -rf /var/lib/apt/lists/*
