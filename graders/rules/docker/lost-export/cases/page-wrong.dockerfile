FROM debian:13-slim
# expect: docker/lost-export 5-25
RUN export GREETING=hola
RUN echo "$GREETING" > /etc/greeting
