FROM debian:13-slim
RUN apt-get update && apt-get install -y --no-install-recommends gosu && apt-get dist-clean
USER root
COPY docker-entrypoint.sh /
ENTRYPOINT ["/docker-entrypoint.sh"]
