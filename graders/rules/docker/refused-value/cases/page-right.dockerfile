FROM alpine:3.22
ENV MODO=644
COPY --chmod=$MODO app /app
