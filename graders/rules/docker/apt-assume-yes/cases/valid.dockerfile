FROM debian:13
RUN apt-get update && apt-get install -y curl && apt-get -qq install git && apt-get install --yes x && yes | apt-get install z
