FROM alpine:3.22
# expect: docker/expose-case 8-14
EXPOSE 80/TCP
