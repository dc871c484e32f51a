FROM alpine:3.22
# expect: docker/invalid-expose 8-17
EXPOSE 8010-8000
# expect: docker/invalid-expose 8-13
EXPOSE 80000
# expect: docker/invalid-expose 11-15
EXPOSE 80 http
