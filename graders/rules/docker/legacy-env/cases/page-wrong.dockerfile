FROM debian:13-slim
# expect: docker/legacy-env 1-22
ENV SALUDO hola mundo
