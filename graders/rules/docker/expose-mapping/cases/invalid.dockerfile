FROM alpine:3.22
# expect: docker/expose-mapping 8-15
EXPOSE 8080:80
# expect: docker/expose-mapping 12-33
EXPOSE 443 127.0.0.1:8080:80/tcp
