FROM debian:13
# expect: docker/apt-lists 5-19
RUN apt-get update && apt-get install -y curl
