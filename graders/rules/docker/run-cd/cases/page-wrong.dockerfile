FROM debian:13-slim
# expect: docker/run-cd 5-12
RUN cd /app && npm ci
