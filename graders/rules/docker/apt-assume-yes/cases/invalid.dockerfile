FROM debian:13
# expect: docker/apt-assume-yes 23-43
RUN apt-get update && apt-get install curl
