FROM alpine:3.22
ENV MODO=rw
# expect: docker/refused-value 14-19
COPY --chmod=$MODO app /app
