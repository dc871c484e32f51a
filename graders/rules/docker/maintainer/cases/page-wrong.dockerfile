FROM debian:13-slim
# expect: docker/maintainer 1-30
MAINTAINER equipo@example.com
