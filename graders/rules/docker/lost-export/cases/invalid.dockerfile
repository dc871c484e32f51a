FROM python:3.14-slim
# expect: docker/lost-export 5-25
RUN export GREETING=hola
RUN python -m venv /opt/venv
# expect: docker/lost-export 5-29
RUN . /opt/venv/bin/activate
# expect: docker/lost-export 22-36
RUN apt-get clean && export A=1 B=2
# expect: docker/lost-export 5-17
RUN export VER=3 && echo "$VER"
RUN echo "app-${VER}" > /etc/app
USER 1000
CMD ["python"]
