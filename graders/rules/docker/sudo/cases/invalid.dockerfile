FROM alpine:3.22
# expect: docker/sudo 13-17
RUN true && sudo rm /x
