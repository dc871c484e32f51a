FROM alpine:3.22
# expect: docker/undefined-variable 8-16
COPY . $DESTINO
