FROM alpine:3.22
# expect: docker/secret-in-env 5-16
ENV DB_PASSWORD=1234
# expect: docker/secret-in-env 5-14
ARG NPM_TOKEN
# expect: docker/secret-in-env 11-32
ENV A=1   AWS_SECRET_ACCESS_KEY=x
# expect: docker/secret-in-env 5-14
ENV GIT_TOKEN=x GIT=1
