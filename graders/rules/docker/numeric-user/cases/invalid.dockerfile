FROM alpine:3.22
RUN adduser -D app
# expect: docker/numeric-user 6-13
USER app:app
