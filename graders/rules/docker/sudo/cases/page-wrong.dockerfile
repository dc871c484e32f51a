FROM debian:13-slim
# expect: docker/sudo 5-9
RUN sudo apt-get update
