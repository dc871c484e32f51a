FROM debian:13
RUN apt-get update && \
# un comentario vale
    apt-get install -y curl

CMD ["x"]
