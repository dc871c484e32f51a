FROM alpine:3.22
# expect: docker/invalid-expose 8-15
EXPOSE 8080:80
# expect: docker/invalid-expose 8-13
EXPOSE 80000
# expect: docker/invalid-expose 11-15
EXPOSE 80 http
