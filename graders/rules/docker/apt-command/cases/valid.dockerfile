FROM debian:13
RUN apt-get update && echo apt && ls /etc/apt
