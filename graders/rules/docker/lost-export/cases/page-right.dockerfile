FROM debian:13-slim
ENV GREETING=hola
RUN echo "$GREETING" > /etc/greeting
