FROM debian:13-slim
RUN useradd --uid 1000 app
USER 1000
