FROM debian:13
# expect: docker/apt-command 5-8
RUN apt update
