FROM debian:13-slim
# expect: docker/apt-assume-yes 5-25
RUN apt-get install curl
