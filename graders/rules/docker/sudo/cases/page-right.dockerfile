FROM debian:13-slim
USER root
RUN apt-get update
USER 1000
