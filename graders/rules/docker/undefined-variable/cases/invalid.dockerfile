ARG VERSION=1
FROM alpine:3.22
ENV APP_HOME=/app
# expect: docker/undefined-variable 9-18
WORKDIR $APP_HOEM
# expect: docker/undefined-variable 8-16
COPY a-$VERSION /x
# expect: docker/undefined-variable 8-18
COPY . ${DESTINO}
