FROM alpine:3.22
ENV APP=/app
ENV BIN=$APP/bin PATH=$APP/bin:$PATH
ENV APP=/otra X=$APP
