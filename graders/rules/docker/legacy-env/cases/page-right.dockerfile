FROM debian:13-slim
ENV SALUDO="hola mundo"
