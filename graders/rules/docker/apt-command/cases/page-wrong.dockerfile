FROM debian:13-slim
# expect: docker/apt-command 5-8
RUN apt install -y curl
