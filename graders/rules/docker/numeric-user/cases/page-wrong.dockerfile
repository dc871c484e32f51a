FROM debian:13-slim
RUN useradd --uid 1000 app
# expect: docker/numeric-user 6-9
USER app
