FROM alpine:3.22
ADD rootfs.tar.gz /
ADD https://example.com/x /x
ADD --checksum=sha256:aa https://example.com/x /x
ADD git@github.com:a/b.git /b
ADD $FICHERO /x
COPY a /a
