FROM alpine:3.22
# expect: docker/run-cd 5-12
RUN cd /app && make
