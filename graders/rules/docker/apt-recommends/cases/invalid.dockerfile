FROM debian:13
# expect: docker/apt-recommends 5-28
RUN apt-get install -y curl
