FROM debian:13-slim
LABEL maintainer="equipo@example.com"

# expect: docker/legacy-env 1-35
ENV DEBIAN_FRONTEND noninteractive
ENV LANG=C.UTF-8 LC_ALL=C.UTF-8

RUN set -eux; \
	savedAptMark="$(apt-mark showmanual)"; \
	apt-get update; \
	apt-get install -y --no-install-recommends ca-certificates curl dirmngr gnupg; \
	rm -rf /var/lib/apt/lists/*; \
	arch="$(dpkg --print-architecture)"; \
	case "$arch" in \
		amd64) sha='1111' ;; \
		arm64) sha='2222' ;; \
		*) echo >&2 "error: $arch"; exit 1 ;; \
	esac; \
	curl -fsSL -o /usr/local/bin/gosu "https://example.com/gosu-$arch"; \
	echo "$sha */usr/local/bin/gosu" | sha256sum -c -; \
	chmod +x /usr/local/bin/gosu; \
	apt-mark auto '.*' > /dev/null; \
	[ -z "$savedAptMark" ] || apt-mark manual $savedAptMark > /dev/null; \
	apt-get purge -y --auto-remove -o APT::AutoRemove::RecommendsImportant=false

RUN groupadd -r -g 999 servicio && useradd -r -g servicio -u 999 servicio \
    && mkdir -p /datos && chown servicio:servicio /datos
VOLUME /datos
WORKDIR /datos
COPY docker-entrypoint.sh /usr/local/bin/
RUN chmod 755 /usr/local/bin/docker-entrypoint.sh
ENTRYPOINT ["docker-entrypoint.sh"]
EXPOSE 6379
CMD ["servicio"]
