FROM alpine:3.22
ADD rootfs.tar.gz /
ADD https://example.com/x /x
ADD --checksum=sha256:45dd57b4ba2f24e2354f71f1e4e51f073cb7a28fd848ce6f5f2a7701142a6bf0 https://example.com/x /x
ADD git@github.com:a/b.git /b
ADD $FICHERO /x
COPY a /a
